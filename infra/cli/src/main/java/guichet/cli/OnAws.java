package guichet.cli;

import guichet.cli.deploy.AwsCli;
import guichet.cli.deploy.DeployedStack;
import guichet.cli.deploy.Failure;
import guichet.cli.deploy.InstalledTools;
import picocli.CommandLine.Option;

/** Which stack in an AWS account a command is about. */
final class OnAws {
    @Option(names = "--stack", paramLabel = "NAME", description = "a stack in your AWS account")
    String stack;

    @Option(
            names = "--region",
            defaultValue = "eu-west-1",
            paramLabel = "REGION",
            description = "its region (default: eu-west-1)")
    String region;

    boolean isChosen() {
        return stack != null;
    }

    /** @throws Failure if it is not there, or the AWS CLI is not */
    DeployedStack find() {
        return DeployedStack.find(
                new AwsCli(new InstalledTools(Main.root()), region), stack == null ? "guichet" : stack);
    }
}
