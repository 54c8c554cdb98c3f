package guichet.cli;

import guichet.cli.deploy.Deployment;
import guichet.cli.deploy.Failure;
import guichet.cli.deploy.InstalledTools;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Builds, `sam deploy`, and the steps that CloudFormation cannot do. */
@Command(
        name = "deploy",
        description = "Builds, `sam deploy`, and the steps that CloudFormation cannot do; see docs/deploying.md.")
final class DeployCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Parameters(
            paramLabel = "NAME=VALUE",
            arity = "0..*",
            description = "parameters of the template, e.g. MailDomain=support.example.com")
    List<String> parameters = List.of();

    @Option(names = "--stack", defaultValue = "guichet", description = "name of the stack (default: guichet)")
    String stack;

    @Option(
            names = "--region",
            defaultValue = "eu-west-1",
            description = "an AWS region that receives mail (default: eu-west-1)")
    String region;

    @Option(names = "--yes", description = "do not ask before the changes are made")
    boolean yes;

    @Override
    public Integer call() {
        for (var parameter : parameters) {
            if (!parameter.matches("[A-Za-z0-9]+=.*")) {
                throw new CommandFailure("\"" + parameter + "\" is no parameter; allowed: NAME=VALUE");
            }
        }
        var out = spec.commandLine().getOut();
        try {
            new Deployment(new InstalledTools(Main.root()), stack, region, line -> {
                        out.println(line);
                        out.flush();
                    })
                    .run(parameters, yes ? List.of("--no-confirm-changeset") : List.of());
            return 0;
        } catch (Failure e) {
            throw new CommandFailure(e.getMessage());
        }
    }
}
