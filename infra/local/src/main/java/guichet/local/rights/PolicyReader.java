package guichet.local.rights;

import guichet.local.aws.EmbeddedAws;
import guichet.local.template.Properties;
import guichet.local.template.Template;
import guichet.local.template.TemplateException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the template's roles. Whatever could widen or narrow a role in a way that is not evaluated here is refused,
 * never passed over.
 */
final class PolicyReader {
    private static final Set<String> OF_A_ROLE = Set.of(
            "AssumeRolePolicyDocument", "Policies", "RoleName", "Description", "Path", "MaxSessionDuration", "Tags");
    private static final Set<String> OF_A_STATEMENT =
            Set.of("Sid", "Effect", "Action", "Resource", "Condition", "Principal");
    /** The keys that calls have values for. */
    private static final Set<String> KEYS = Set.of("dynamodb:leadingkeys", "s3:prefix", "ses:fromaddress");

    private static final String ACCOUNT = "aws:sourceaccount";
    private static final List<String> ELSEWHERE =
            List.of("AWS::IAM::Policy", "AWS::IAM::ManagedPolicy", "AWS::IAM::RolePolicy");

    private final String role;

    private PolicyReader(String role) {
        this.role = role;
    }

    /**
     * The roles by ARN; what the template's resources are called must be known.
     *
     * @throws TemplateException naming what the local stack does not know of policies
     */
    static Map<String, Policy> read(Template template) {
        CustomerKeys.refuse(template);
        for (var type : ELSEWHERE) {
            template.resources(type).keySet().forEach(id -> {
                throw new TemplateException(id + " is a " + type + "; the local stack knows only policies in a role");
            });
        }
        var policies = new LinkedHashMap<String, Policy>();
        template.resources("AWS::IAM::Role")
                .forEach((id, role) -> policies.put(template.name(id, "Arn"), new PolicyReader(id).policy(role)));
        return policies;
    }

    private Policy policy(Properties properties) {
        refuseOthers("", properties.names(), OF_A_ROLE);
        var statements = new ArrayList<Statement>();
        for (var policy : properties.list("Policies")) {
            for (var statement : statements(map(policy).get("PolicyDocument"))) {
                statements.add(statement(statement));
            }
        }
        return new Policy(role, trusts(properties.map("AssumeRolePolicyDocument")), List.copyOf(statements));
    }

    private List<Map<?, ?>> statements(Object document) {
        refuseOthers("a policy's ", map(document).keySet(), Set.of("Version", "Statement"));
        return list(map(document).get("Statement")).map(this::map).toList();
    }

    private Statement statement(Map<?, ?> statement) {
        refuseOthers("a statement's ", statement.keySet(), OF_A_STATEMENT);
        if (statement.containsKey("Principal")) {
            throw new TemplateException(role + " names a Principal outside of AssumeRolePolicyDocument");
        }
        return new Statement(
                allows(statement),
                texts(statement, "Action").map(Wildcard::action).toList(),
                texts(statement, "Resource").map(this::arn).toList(),
                conditions(statement, KEYS));
    }

    private boolean allows(Map<?, ?> statement) {
        return switch (String.valueOf(statement.get("Effect"))) {
            case "Allow" -> true;
            case "Deny" -> false;
            case String other -> throw new TemplateException(role + " has the Effect " + other);
        };
    }

    private Wildcard arn(String text) {
        if (!text.equals("*") && text.split(":", 6).length < 6) {
            throw new TemplateException(role + " names the Resource " + text + ", which is no ARN");
        }
        if (text.startsWith("arn:aws:local:")) {
            throw new TemplateException(role + " names " + text.substring(text.lastIndexOf(':') + 1)
                    + ", and the local stack does not know its ARN");
        }
        return Wildcard.arn(text);
    }

    private List<PolicyCondition> conditions(Map<?, ?> statement, Set<String> known) {
        var conditions = new ArrayList<PolicyCondition>();
        map(statement.containsKey("Condition") ? statement.get("Condition") : Map.of())
                .forEach((operator, keys) -> map(keys).forEach((key, values) -> {
                    var lower = String.valueOf(key).toLowerCase(Locale.ROOT);
                    if (!known.contains(lower)) {
                        throw new TemplateException(role + ": the local stack does not know the condition key " + key);
                    }
                    conditions.add(PolicyCondition.of(
                            String.valueOf(operator),
                            lower,
                            list(values).map(this::text).toList()));
                }));
        return List.copyOf(conditions);
    }

    /** Services that the trust policy lets in, for this account. */
    private Set<String> trusts(Map<?, ?> document) {
        return statements(document).stream()
                .filter(this::allows)
                .filter(statement -> texts(statement, "Action").toList().contains("sts:AssumeRole"))
                .filter(statement -> conditions(statement, Set.of(ACCOUNT)).stream()
                        .allMatch(condition -> condition.holds(Map.of(ACCOUNT, EmbeddedAws.ACCOUNT))))
                .flatMap(statement -> texts(map(statement.get("Principal")), "Service"))
                .collect(Collectors.toUnmodifiableSet());
    }

    private void refuseOthers(String of, Set<?> names, Set<String> known) {
        names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new TemplateException(role + ": the local stack does not know " + of + name);
        });
    }

    /** One text, or several; at least one. */
    private Stream<String> texts(Map<?, ?> of, String name) {
        if (!of.containsKey(name)) {
            throw new TemplateException(role + " has a statement without " + name);
        }
        return list(of.get(name)).map(this::text);
    }

    private String text(Object value) {
        var text = String.valueOf(value);
        if (value instanceof Map || text.contains("${")) {
            throw new TemplateException(role + ": the local stack does not know the variable in " + text);
        }
        return text;
    }

    private static Stream<?> list(Object value) {
        return value instanceof List<?> list ? list.stream() : Stream.of(value);
    }

    private Map<?, ?> map(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new TemplateException(role + " holds " + value + " where a policy has names and values");
    }
}
