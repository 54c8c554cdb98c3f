package guichet.notifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.sesv2.model.MessageTag;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;
import software.amazon.awssdk.services.sesv2.model.SendEmailResponse;

/** The mails that SES said yes to, oldest first. */
final class SentMails implements ExecutionInterceptor {
    /** @param id SES's */
    record Sent(String id, List<String> to, Map<String, String> tags) {}

    private final List<Sent> all = new ArrayList<>();

    @Override
    public synchronized void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        if (context.request() instanceof SendEmailRequest mail
                && context.response() instanceof SendEmailResponse answer) {
            all.add(new Sent(
                    answer.messageId(),
                    mail.destination().toAddresses(),
                    mail.emailTags().stream().collect(Collectors.toMap(MessageTag::name, MessageTag::value))));
        }
    }

    synchronized List<Sent> all() {
        return List.copyOf(all);
    }
}
