package guichet.local;

import guichet.local.aws.EmbeddedAws;
import guichet.local.mail.ReceiptRules;
import guichet.local.template.FunctionDefinition;
import guichet.local.template.Template;
import guichet.local.template.TemplateException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the template declares on an AWS in this JVM, empty and in memory, with none of its functions running: what the
 * test of one function's code runs on.
 */
public final class DeclaredAws implements AutoCloseable {
    private final EmbeddedAws aws;
    private final Template template;

    private DeclaredAws(EmbeddedAws aws, Template template) {
        this.aws = aws;
        this.template = template;
    }

    /** @throws TemplateException if the file is no template */
    public static DeclaredAws of(Path template) throws IOException {
        var read = Template.read(template, Config.STACK_NAME, Map.of());
        var aws = EmbeddedAws.start(null);
        Resources.create(read, aws, null);
        ReceiptRules.apply(read, aws);
        return new DeclaredAws(aws, read);
    }

    public EmbeddedAws aws() {
        return aws;
    }

    /** What the function of that logical id finds in its environment. */
    public Map<String, String> environment(String function) {
        var definition = FunctionDefinition.all(template).stream()
                .filter(known -> known.id().equals(function))
                .findFirst()
                .orElseThrow(() -> new TemplateException("the template has no function " + function));
        var environment = new LinkedHashMap<>(definition.environment());
        environment.putAll(aws.environment());
        return environment;
    }

    @Override
    public void close() {
        aws.close();
    }
}
