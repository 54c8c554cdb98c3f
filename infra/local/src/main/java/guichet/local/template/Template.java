package guichet.local.template;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The deployment's template with its parameters, conditions and intrinsic functions resolved for one stack. What a
 * resource is called once it exists ({@code Ref}, {@code GetAtt}) is learned through {@link #exists}.
 */
public final class Template {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?[^}]+)}");
    private static final Object NO_VALUE = new Object();

    private final Path file;
    private final String stackName;
    private final Map<String, Object> root;
    private final Map<String, String> parameters;
    private final Map<String, Map<String, String>> existing;

    private Template(
            Path file,
            String stackName,
            Map<String, Object> root,
            Map<String, String> parameters,
            Map<String, Map<String, String>> existing) {
        this.file = file;
        this.stackName = stackName;
        this.root = root;
        this.parameters = parameters;
        this.existing = existing;
    }

    /**
     * @param overrides parameter values other than the defaults
     * @throws TemplateException if the file is no template, or a parameter has no value
     */
    public static Template read(Path file, String stackName, Map<String, String> overrides) throws IOException {
        var template = new Template(file, stackName, TemplateFile.read(file), new HashMap<>(), new HashMap<>());
        TemplateFile.map(template.root.get("Parameters"))
                .ifPresent(declared -> declared.forEach((name, definition) -> {
                    var value = overrides.getOrDefault(
                            name, Objects.toString(((Map<?, ?>) definition).get("Default"), null));
                    if (value == null) {
                        throw new TemplateException("parameter " + name + " of " + file + " has no value");
                    }
                    template.parameters.put((String) name, value);
                }));
        return template;
    }

    /** The same, deployed with another value of a parameter; what exists of one exists of the other. */
    public Template with(String parameter, String value) {
        if (!parameters.containsKey(parameter)) {
            throw new TemplateException(file + " has no parameter " + parameter);
        }
        var other = new HashMap<>(parameters);
        other.put(parameter, value);
        return new Template(file, stackName, root, other, existing);
    }

    public Path file() {
        return file;
    }

    public String stackName() {
        return stackName;
    }

    /** The resources of a type, by logical id, in the order of the file; properties are resolved when asked for. */
    public Map<String, Properties> resources(String type) {
        var found = new LinkedHashMap<String, Properties>();
        ((Map<?, ?>) root.get("Resources")).forEach((id, definition) -> {
            var resource = (Map<?, ?>) definition;
            if (type.equals(resource.get("Type"))
                    && (resource.get("Condition") == null || condition((String) resource.get("Condition")))) {
                found.put((String) id, properties((String) id, resource));
            }
        });
        return found;
    }

    private Properties properties(String id, Map<?, ?> resource) {
        var merged = new LinkedHashMap<String, Object>();
        if ("AWS::Serverless::Function".equals(resource.get("Type"))) {
            var globals = TemplateFile.map(root.get("Globals")).flatMap(g -> TemplateFile.map(g.get("Function")));
            globals.ifPresent(g -> g.forEach((k, v) -> merged.put((String) k, v)));
        }
        TemplateFile.map(resource.get("Properties"))
                .ifPresent(own -> own.forEach((k, v) -> merged.merge((String) k, v, Template::merge)));
        return new Properties(this, id, merged);
    }

    /** As SAM does with its Globals: maps are merged, all else is replaced. */
    private static Object merge(Object global, Object own) {
        if (global instanceof Map<?, ?> a && own instanceof Map<?, ?> b && !isFunction(a) && !isFunction(b)) {
            var merged = new LinkedHashMap<Object, Object>(a);
            b.forEach((k, v) -> merged.merge(k, v, Template::merge));
            return merged;
        }
        return own;
    }

    private static boolean isFunction(Map<?, ?> map) {
        return map.size() == 1
                && (map.containsKey("Ref")
                        || String.valueOf(map.keySet().iterator().next()).startsWith("Fn::"));
    }

    /**
     * The templates of the stacks nested in this one, with the parameters that they are given here.
     *
     * @throws TemplateException if one lies elsewhere than beside this file
     */
    public List<Template> nested() throws IOException {
        var nested = new ArrayList<Template>();
        for (var stack : resources("AWS::CloudFormation::Stack").entrySet()) {
            var location = stack.getValue().need("TemplateURL");
            if (location.contains("://")) {
                throw new TemplateException(stack.getKey() + " is at " + location + ", not in a file of the project");
            }
            var template = read(
                    file.resolveSibling(location),
                    stackName + "-" + stack.getKey(),
                    stack.getValue().part("Parameters").texts());
            ResourceNames.declare(template);
            nested.add(template);
        }
        return nested;
    }

    /** Says what a resource is called: {@code attributes} by name, with {@code Ref} among them. */
    public void exists(String id, Map<String, String> attributes) {
        existing.computeIfAbsent(id, i -> new HashMap<>()).putAll(attributes);
    }

    /** What a resource is called, once that is known. */
    public String name(String id, String attribute) {
        return attribute(id, attribute);
    }

    /** The value with every function in it worked out; null where it is AWS::NoValue. */
    Object resolve(Object value) {
        var resolved = value(value);
        return resolved == NO_VALUE ? null : resolved;
    }

    private Object value(Object value) {
        return switch (value) {
            case Map<?, ?> map
            when isFunction(map) ->
                function(
                        String.valueOf(map.keySet().iterator().next()),
                        map.values().iterator().next());
            case Map<?, ?> map -> {
                var resolved = new LinkedHashMap<String, Object>();
                map.forEach((k, v) -> {
                    var one = value(v);
                    if (one != NO_VALUE) {
                        resolved.put(String.valueOf(k), one);
                    }
                });
                yield resolved;
            }
            case List<?> list -> {
                var resolved = new ArrayList<>();
                list.stream().map(this::value).filter(v -> v != NO_VALUE).forEach(resolved::add);
                yield resolved;
            }
            case null -> NO_VALUE;
            default -> value;
        };
    }

    private Object function(String name, Object argument) {
        return switch (name) {
            case "Ref" -> ref((String) argument);
            case "Fn::GetAtt" -> {
                var path = (List<?>) argument;
                yield attribute((String) path.get(0), (String) path.get(1));
            }
            case "Fn::Sub" -> sub(argument);
            case "Fn::If" -> {
                var choice = (List<?>) argument;
                yield value(choice.get(condition((String) choice.get(0)) ? 1 : 2));
            }
            case "Fn::Join" -> {
                var join = (List<?>) argument;
                yield String.join(
                        (String) join.get(0),
                        ((List<?>) value(join.get(1)))
                                .stream().map(String::valueOf).toList());
            }
            case "Fn::Split" -> {
                var split = (List<?>) argument;
                yield List.of(String.valueOf(value(split.get(1))).split(Pattern.quote((String) split.get(0)), -1));
            }
            case "Fn::Select" -> {
                var select = (List<?>) argument;
                yield ((List<?>) value(select.get(1))).get(Integer.parseInt(String.valueOf(value(select.get(0)))));
            }
            default -> throw new TemplateException(file + " uses " + name + ", which the local stack does not know");
        };
    }

    private Object ref(String name) {
        return switch (name) {
            case "AWS::Region" -> "eu-west-1";
            case "AWS::AccountId" -> "000000000000";
            case "AWS::Partition" -> "aws";
            case "AWS::URLSuffix" -> "amazonaws.com";
            case "AWS::StackName" -> stackName;
            case "AWS::NoValue" -> NO_VALUE;
            case String parameter
            when parameters.containsKey(parameter) ->
                list(parameter) ? List.of(parameters.get(parameter).split(",\\s*")) : parameters.get(parameter);
            default -> {
                var dot = name.indexOf('.');
                yield dot < 0 ? attribute(name, "Ref") : attribute(name.substring(0, dot), name.substring(dot + 1));
            }
        };
    }

    private boolean list(String parameter) {
        return String.valueOf(((Map<?, ?>) ((Map<?, ?>) root.get("Parameters")).get(parameter)).get("Type"))
                .contains("List");
    }

    private String attribute(String id, String attribute) {
        // SAM makes resources of its own, called after the function that they belong to.
        if (((Map<?, ?>) root.get("Resources")).keySet().stream().noneMatch(r -> id.startsWith((String) r))) {
            throw new TemplateException(file + " refers to " + id + ", which is neither parameter nor resource");
        }
        var known = existing.getOrDefault(id, Map.of()).get(attribute);
        // What the local stack does not create still needs a name wherever it is mentioned.
        return known != null
                ? known
                : attribute.equals("Ref")
                        ? stackName + "-" + id
                        : "arn:aws:local:eu-west-1:000000000000:" + stackName + "-" + id + "/" + attribute;
    }

    private String sub(Object argument) {
        var text = argument instanceof List<?> list ? (String) list.get(0) : (String) argument;
        var own = argument instanceof List<?> list ? (Map<?, ?>) list.get(1) : Map.of();
        return VARIABLE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(variable(match.group(1), own)));
    }

    private String variable(String name, Map<?, ?> own) {
        if (name.startsWith("!")) {
            return "${" + name.substring(1) + "}";
        }
        return String.valueOf(own.containsKey(name) ? value(own.get(name)) : ref(name));
    }

    private boolean condition(String name) {
        var conditions = TemplateFile.map(root.get("Conditions")).orElse(Map.of());
        if (!conditions.containsKey(name)) {
            throw new TemplateException(file + " has no condition " + name);
        }
        return test(conditions.get(name));
    }

    private boolean test(Object expression) {
        var map = (Map<?, ?>) expression;
        var name = String.valueOf(map.keySet().iterator().next());
        var argument = map.values().iterator().next();
        return switch (name) {
            case "Condition" -> condition((String) argument);
            case "Fn::Equals" ->
                String.valueOf(value(((List<?>) argument).get(0)))
                        .equals(String.valueOf(value(((List<?>) argument).get(1))));
            case "Fn::Not" -> !test(((List<?>) argument).getFirst());
            case "Fn::And" -> ((List<?>) argument).stream().allMatch(this::test);
            case "Fn::Or" -> ((List<?>) argument).stream().anyMatch(this::test);
            default -> throw new TemplateException(file + " uses " + name + " in a condition");
        };
    }
}
