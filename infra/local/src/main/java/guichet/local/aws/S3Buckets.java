package guichet.local.aws;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;

/** The calls on a bucket: create, list, delete many. */
final class S3Buckets {
    private static final int MAX_KEYS = 1000;

    private final ObjectStore store;

    S3Buckets(ObjectStore store) {
        this.store = store;
    }

    void handle(HttpExchange exchange, S3Caller caller, String bucket, Map<String, String> query) throws IOException {
        var method = exchange.getRequestMethod();
        if (method.equals("GET") && "2".equals(query.get("list-type"))) {
            caller.requireList(bucket, query.get("prefix"));
        } else if (!(method.equals("POST") && query.containsKey("delete"))) {
            caller.require(method + " of a bucket", bucket, "");
        }
        if (bucket.isEmpty()) {
            listBuckets(exchange);
        } else if (method.equals("PUT")) {
            exchange.getRequestBody().readAllBytes();
            create(exchange, bucket, query);
        } else if (!store.exists(bucket)) {
            throw new S3Error(404, "NoSuchBucket", "The specified bucket does not exist");
        } else if (method.equals("HEAD")) {
            Http.send(exchange, 200, null, new byte[0]);
        } else if (method.equals("GET") && "2".equals(query.get("list-type"))) {
            list(exchange, bucket, query);
        } else if (method.equals("POST") && query.containsKey("delete")) {
            deleteMany(exchange, caller, bucket);
        } else if (method.equals("DELETE") && query.isEmpty()) {
            if (!store.drop(bucket)) {
                throw new S3Error(409, "BucketNotEmpty", "The bucket you tried to delete is not empty");
            }
            Http.send(exchange, 204, null, new byte[0]);
        } else {
            throw S3Error.notEmulated(method + " on a bucket with " + query.keySet());
        }
    }

    private void listBuckets(HttpExchange exchange) throws IOException {
        Http.send(
                exchange,
                200,
                "application/xml",
                Xml.document(
                        "ListAllMyBucketsResult",
                        x -> x.nested(
                                "Buckets",
                                all -> new TreeSet<>(store.buckets())
                                        .forEach(b -> all.nested("Bucket", one -> one.element("Name", b))))));
    }

    private void create(HttpExchange exchange, String bucket, Map<String, String> query) throws IOException {
        if (!query.isEmpty()) {
            throw S3Error.notEmulated("PUT on a bucket with " + query.keySet());
        }
        if (!bucket.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")) {
            throw new S3Error(400, "InvalidBucketName", "The specified bucket is not valid.");
        }
        if (store.exists(bucket)) {
            throw new S3Error(409, "BucketAlreadyOwnedByYou", "You already own this bucket");
        }
        store.create(bucket);
        exchange.getResponseHeaders().set("Location", "/" + bucket);
        Http.send(exchange, 200, null, new byte[0]);
    }

    private void list(HttpExchange exchange, String bucket, Map<String, String> query) throws IOException {
        var prefix = query.getOrDefault("prefix", "");
        var delimiter = query.getOrDefault("delimiter", "");
        var url = "url".equals(query.get("encoding-type"));
        var max =
                query.containsKey("max-keys") ? Math.min(Integer.parseInt(query.get("max-keys")), MAX_KEYS) : MAX_KEYS;
        var after = query.containsKey("continuation-token")
                ? new String(Base64.getUrlDecoder().decode(query.get("continuation-token")), StandardCharsets.UTF_8)
                : query.getOrDefault("start-after", "");

        var found = new ArrayList<ObjectStore.Stored>();
        var prefixes = new TreeSet<String>();
        String last = null;
        var truncated = false;
        for (var stored : store.objects(bucket)
                .tailMap(after.compareTo(prefix) > 0 ? after : prefix, true)
                .values()) {
            var key = stored.key();
            if (!key.startsWith(prefix)) {
                break;
            }
            var cut = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
            var group = cut < 0 ? null : key.substring(0, cut + delimiter.length());
            if (key.equals(after)
                    || (group != null && (prefixes.contains(group) || (!after.isEmpty() && after.startsWith(group))))) {
                continue;
            }
            if (found.size() + prefixes.size() == max) {
                truncated = true;
                break;
            }
            if (group == null) {
                found.add(stored);
            } else {
                prefixes.add(group);
            }
            last = key;
        }
        answer(exchange, bucket, new Page(prefix, delimiter, url, max, found, prefixes, truncated ? last : null));
    }

    private record Page(
            String prefix,
            String delimiter,
            boolean url,
            int max,
            List<ObjectStore.Stored> found,
            TreeSet<String> prefixes,
            String next) {
        String name(String text) {
            return url
                    ? URLEncoder.encode(text, StandardCharsets.UTF_8)
                            .replace("+", "%20")
                            .replace("%2F", "/")
                    : text;
        }
    }

    private static void answer(HttpExchange exchange, String bucket, Page page) throws IOException {
        Http.send(exchange, 200, "application/xml", Xml.document("ListBucketResult", x -> {
            x.element("Name", bucket)
                    .element("Prefix", page.name(page.prefix()))
                    .element("MaxKeys", page.max());
            x.element("KeyCount", page.found().size() + page.prefixes().size())
                    .element("IsTruncated", page.next() != null);
            if (page.url()) {
                x.element("EncodingType", "url");
            }
            if (!page.delimiter().isEmpty()) {
                x.element("Delimiter", page.name(page.delimiter()));
            }
            if (page.next() != null) {
                x.element(
                        "NextContinuationToken",
                        Base64.getUrlEncoder().encodeToString(page.next().getBytes(StandardCharsets.UTF_8)));
            }
            page.found()
                    .forEach(o -> x.nested(
                            "Contents",
                            c -> c.element("Key", page.name(o.key()))
                                    .element("LastModified", o.modified())
                                    .element("ETag", "\"" + o.etag() + "\"")
                                    .element("Size", o.size())
                                    .element("StorageClass", "STANDARD")));
            page.prefixes().forEach(p -> x.nested("CommonPrefixes", c -> c.element("Prefix", page.name(p))));
        }));
    }

    /** What may not be deleted is left, and named among the others. */
    private void deleteMany(HttpExchange exchange, S3Caller caller, String bucket) throws IOException {
        var refused = new LinkedHashMap<String, Optional<String>>();
        for (var key : keys(S3Objects.body(exchange))) {
            var why = caller.refusal("DeleteObject", bucket, key);
            if (why.isEmpty()) {
                store.delete(bucket, key);
            }
            refused.put(key, why);
        }
        Http.send(
                exchange,
                200,
                "application/xml",
                Xml.document(
                        "DeleteResult",
                        x -> refused.forEach((key, why) -> {
                            if (why.isEmpty()) {
                                x.nested("Deleted", deleted -> deleted.element("Key", key));
                            } else {
                                x.nested(
                                        "Error",
                                        error -> error.element("Key", key)
                                                .element("Code", "AccessDenied")
                                                .element("Message", why.get()));
                            }
                        })));
    }

    private static List<String> keys(java.io.InputStream body) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var nodes = factory.newDocumentBuilder().parse(body).getElementsByTagName("Key");
            var keys = new ArrayList<String>();
            for (var i = 0; i < nodes.getLength(); i++) {
                keys.add(nodes.item(i).getTextContent());
            }
            return keys;
        } catch (javax.xml.parsers.ParserConfigurationException | org.xml.sax.SAXException e) {
            throw new S3Error(400, "MalformedXML", "The XML you provided was not well-formed: " + e.getMessage());
        }
    }
}
