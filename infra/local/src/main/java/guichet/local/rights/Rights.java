package guichet.local.rights;

import guichet.local.aws.ApiCall;
import guichet.local.aws.Gatekeeper;
import guichet.local.rights.Policy.Verdict;
import guichet.local.template.EventSource;
import guichet.local.template.FunctionDefinition;
import guichet.local.template.Template;
import guichet.local.template.TemplateException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holds each call against the role that the template gives to the function that makes it: IAM's part in the account. A
 * function signs with its logical id.
 *
 * <p>One stack here may stand for several deployments that differ in their mail domain; what one of them allows is
 * allowed.
 */
public final class Rights implements Gatekeeper, AutoCloseable {
    /** @param deployments the role as each of them has it */
    private record Principal(String name, List<Policy> deployments) {
        String role() {
            return deployments.getFirst().role();
        }
    }

    private final List<Map<String, Policy>> deployments;
    private final List<FunctionDefinition> functions;
    private final Map<String, Principal> principals = new LinkedHashMap<>();
    private final Needs needs;
    private final Denials denials;
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    /**
     * @param template whose resources exist
     * @param mailDomains the value of {@code MailDomain} in each deployment; none: the template's own
     * @throws TemplateException if a role says something that is not evaluated here
     */
    public Rights(Template template, List<String> mailDomains, List<FunctionDefinition> functions, Denials denials) {
        this.deployments = mailDomains.isEmpty()
                ? List.of(PolicyReader.read(template))
                : mailDomains.stream()
                        .map(domain -> PolicyReader.read(template.with("MailDomain", domain)))
                        .toList();
        this.functions = functions;
        functions.forEach(function -> principals.put(function.id(), principal(function.id(), function.role())));
        this.needs = new Needs(new KeySchemas(template));
        this.denials = denials;
    }

    private Principal principal(String name, String roleArn) {
        var policies = deployments.stream()
                .map(roles -> Optional.ofNullable(roles.get(roleArn))
                        .orElseThrow(() ->
                                new TemplateException(name + " has a role that is none of the template's: " + roleArn)))
                .distinct()
                .toList();
        return new Principal(name, policies);
    }

    @Override
    public Optional<String> denies(ApiCall call) {
        return denial(call).map(denial -> {
            denials.add(denial);
            return denial.inAwsWords();
        });
    }

    private Optional<Denial> denial(ApiCall call) {
        var principal = principals.get(call.caller());
        var unclear = Need.of(call.service() + ":" + call.operation(), "*");
        if (principal == null) {
            var stranger = call.caller().isEmpty() ? "nobody" : call.caller();
            return Optional.of(new Denial(
                    stranger, "no role", call.operation(), unclear, "because the key is no function's of this stack"));
        }
        try {
            return needs.of(call).stream()
                    .distinct()
                    .flatMap(need -> denial(principal, call.operation(), need).stream())
                    .findFirst();
        } catch (UnknownCall e) {
            return Optional.of(new Denial(
                    principal.name(),
                    principal.role(),
                    call.operation(),
                    unclear,
                    "because the local stack does not know the rights to " + e.getMessage()));
        }
    }

    private Optional<Denial> denial(Principal principal, String operation, Need need) {
        Verdict.Denied denied = null;
        for (var deployment : principal.deployments()) {
            switch (deployment.on(need)) {
                case Verdict.Allowed allowed -> {
                    allowed.by().forEach(grant -> used.add(deployment.role() + ": " + grant));
                    return Optional.empty();
                }
                case Verdict.Denied no -> denied = no;
            }
        }
        return Optional.of(new Denial(principal.name(), principal.role(), operation, need, denied.because()));
    }

    /** What would be refused when the template is deployed, because a role cannot do what Lambda needs it for. */
    public List<Denial> atDeployment() {
        var refused = new ArrayList<Denial>();
        for (var function : functions) {
            var principal = principals.get(function.id());
            trust(principal, "lambda.amazonaws.com").ifPresent(refused::add);
            for (var need : ServiceNeeds.of(function)) {
                denial(principal, "on behalf of it", need).ifPresent(refused::add);
            }
            for (var source : function.sources()) {
                if (source instanceof EventSource.Schedule schedule && schedule.role() != null) {
                    trust(principal(schedule.name(), schedule.role()), "scheduler.amazonaws.com")
                            .ifPresent(refused::add);
                }
            }
        }
        return refused;
    }

    private static Optional<Denial> trust(Principal principal, String service) {
        return principal.deployments().stream()
                        .anyMatch(policy -> policy.trusts().contains(service))
                ? Optional.empty()
                : Optional.of(new Denial(
                        service,
                        principal.role(),
                        "on behalf of " + principal.name(),
                        Need.of("sts:AssumeRole", principal.role()),
                        "because the role does not trust it"));
    }

    /** Why the scheduler may not start the function now. */
    public Optional<String> deniesInvocation(EventSource.Schedule schedule, String functionArn) {
        if (schedule.role() == null) {
            return Optional.empty();
        }
        return denial(
                        principal(schedule.name(), schedule.role()),
                        "on a schedule",
                        Need.of("lambda:InvokeFunction", functionArn))
                .map(denial -> {
                    denials.add(denial);
                    return denial.inAwsWords();
                });
    }

    /** Leaves for the run of tests what was granted, and what of it was used. */
    @Override
    public void close() {
        RunFolder.ofThisRun().ifPresent(run -> {
            run.append(
                    RunFolder.GRANTED,
                    deployments.getFirst().values().stream()
                            .flatMap(policy -> policy.grants().map(grant -> policy.role() + ": " + grant))
                            .toList());
            run.append(RunFolder.USED, List.copyOf(used));
        });
    }
}
