package guichet.local;

import guichet.local.aws.EmbeddedAws;
import guichet.local.mail.ReceiptRules;
import guichet.local.rights.Denials;
import guichet.local.rights.Rights;
import guichet.local.template.FunctionDefinition;
import guichet.local.template.Template;
import guichet.local.template.TemplateException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the template declares on an AWS in this JVM, empty and in memory, with none of its functions running: what the
 * test of one function's code runs on.
 */
public final class DeclaredAws implements AutoCloseable {
    private final EmbeddedAws aws;
    private final List<FunctionDefinition> functions;
    private final Denials denials = new Denials();
    private final Rights rights;

    private DeclaredAws(EmbeddedAws aws, Template template, List<String> mailDomains) {
        this.aws = aws;
        this.functions = FunctionDefinition.all(template);
        this.rights = new Rights(template, mailDomains, functions, denials);
        aws.guard(rights);
    }

    /**
     * @param mailDomains as {@link Config} has them
     * @throws TemplateException if the file is no template, or has a role that is not evaluated here
     */
    public static DeclaredAws of(Path template, List<String> mailDomains) throws IOException {
        var read = Template.read(template, Config.STACK_NAME, Map.of());
        var aws = EmbeddedAws.start(null);
        try {
            Resources.create(read, aws, null);
            ReceiptRules.apply(read, aws);
            return new DeclaredAws(aws, read, mailDomains);
        } catch (IOException | RuntimeException e) {
            aws.close();
            throw e;
        }
    }

    /** Who signs with a function's logical id is held to its role. */
    public EmbeddedAws aws() {
        return aws;
    }

    /** The calls that the template's roles did not allow. */
    public Denials denials() {
        return denials;
    }

    /** What the function of that logical id finds in its environment. */
    public Map<String, String> environment(String function) {
        var definition = functions.stream()
                .filter(known -> known.id().equals(function))
                .findFirst()
                .orElseThrow(() -> new TemplateException("the template has no function " + function));
        var environment = new LinkedHashMap<>(definition.environment());
        environment.putAll(aws.environment());
        return environment;
    }

    @Override
    public void close() {
        rights.close();
        aws.close();
    }
}
