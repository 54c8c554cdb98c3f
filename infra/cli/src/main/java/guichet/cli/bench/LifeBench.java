package guichet.cli.bench;

import guichet.cli.smtp.Smtp;
import guichet.local.Stack;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a ticket's whole life costs in units of the table, with all that the functions read and write for it. On a stack
 * of its own.
 */
final class LifeBench implements Bench {
    private static final String AGENT = "nadia@cloud.example";
    private static final String TICKET = "/api/tickets/cloud-1";

    private interface Step {
        void take() throws Exception;
    }

    @Override
    public String name() {
        return "life";
    }

    @Override
    public List<BenchResult> run(Setting setting) throws Exception {
        try (var meter = new TableMeter();
                var helpdesk = setting.stack()
                        .another(Map.of("AWS_ENDPOINT_URL_DYNAMODB", meter.uri().toString()))) {
            var stack = helpdesk.get();
            meter.before(stack.aws().dynamodb());
            var steps = new LinkedHashMap<String, Step>();
            steps.put(
                    "a mail opens the ticket",
                    () -> mail(stack, "first", "", "Depuis ce matin, chaque page met une minute."));
            steps.put("an agent takes it up and answers", () -> moved(stack, "en-cours", "Nous regardons."));
            steps.put("a second mail", () -> mail(stack, "second", "first", "C'est de pire en pire."));
            steps.put("an agent asks back", () -> moved(stack, "attente-client", "Quelle version utilisez-vous ?"));
            steps.put("a third mail", () -> mail(stack, "third", "first", "La 9.12."));
            steps.put("an agent closes it", () -> moved(stack, "fermee", "Corrigé par une mise à jour."));
            return measured(stack, meter, steps);
        }
    }

    private List<BenchResult> measured(Stack stack, TableMeter meter, Map<String, Step> steps) throws Exception {
        var read = new LinkedHashMap<String, Double>();
        var written = new LinkedHashMap<String, Double>();
        for (var step : steps.entrySet()) {
            step.getValue().take();
            stack.settle();
            var units = meter.take();
            read.put(step.getKey(), units.read());
            written.put(step.getKey(), units.written());
        }
        var mails = stack.outbox().size();
        var life = "a life of 3 mails in, " + mails + " out, 2 answers, a close";
        var how = "units of every call that the functions make to the table, by step, each until nothing is on its way:"
                + " ConsumedCapacity, and for transactions, which DynamoDB Local counts wrongly, two units for"
                + " each begun kilobyte of each item";
        return List.of(
                BenchResult.atMost(80, name(), life + ": write units", Processes.sum(written), "", how, written),
                BenchResult.atMost(40, name(), life + ": read units", Processes.sum(read), "", how, read));
    }

    private static void mail(Stack stack, String id, String ancestor, String text) throws IOException {
        var sender = TicketFill.ALICE.address();
        var raw = "From: Alice Martin <" + sender + ">\r\nTo: " + SampleMails.DESK
                + "\r\nSubject: Jira est lent\r\nMessage-ID: <" + id + "@acme.example>\r\n"
                + (ancestor.isEmpty() ? "" : "In-Reply-To: <" + ancestor + "@acme.example>\r\n")
                + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + text + "\r\n";
        Smtp.send(stack.smtpPort(), sender, List.of(SampleMails.DESK), raw.getBytes(StandardCharsets.UTF_8));
    }

    private static void moved(Stack stack, String to, String comment) throws IOException, InterruptedException {
        var body = "{\"to\": \"" + to + "\", \"comment\": \"" + comment + "\"}";
        var request = HttpRequest.newBuilder(stack.uri().resolve(TICKET + "/transitions"))
                .header("Authorization", "Bearer " + stack.token(AGENT))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(
                        "a transition to " + to + " was answered " + answer.statusCode() + ": " + answer.body());
            }
        }
    }
}
