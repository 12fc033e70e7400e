package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.profile.DidYouMean;
import io.fieldstick.profile.Field;
import io.fieldstick.profile.Problem;
import io.fieldstick.profile.Shape;
import io.fieldstick.profile.Span;
import io.fieldstick.profile.Value;
import io.fieldstick.profile.Value.RecordValue;
import io.fieldstick.setting.ProgramSetting.Demand;
import io.fieldstick.setting.software.Condition;
import io.fieldstick.setting.software.Installer;
import io.fieldstick.setting.software.ProgramRule;
import io.fieldstick.setting.software.ProgramRule.Licence;
import io.fieldstick.setting.software.ProgramWays;
import io.fieldstick.windows.InstalledProgram;
import io.fieldstick.windows.InstalledPrograms;
import io.fieldstick.windows.WindowsView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The profile's section about programs: one setting for each rule, and one for the programs in no rule. */
public final class Software {
    static final String SECTION = "software";
    static final String OTHERS = "others";
    private static final String INSTALL = "install";
    private static final String INSTALLED = "installed";
    private static final String NOT_INSTALLED = "not-installed";

    private static final Shape TO_INSTALL =
            rule(Field.optional(INSTALL, InstallBlock.SHAPE, Message.of("software.field.install")));

    private static final Shape TO_REMOVE =
            rule(Field.optional("uninstall", Shape.choice("allowed"), Message.of("software.field.uninstall")));

    public static final SettingKind KIND = new SettingKind(
            SECTION,
            Shape.record(
                    Field.optional("required", Shape.listOf(TO_INSTALL), Message.of("software.field.required")),
                    Field.optional("optional", Shape.listOf(TO_INSTALL), Message.of("software.field.optional")),
                    Field.optional("forbidden", Shape.listOf(TO_REMOVE), Message.of("software.field.forbidden")),
                    Field.optional(
                            OTHERS, Shape.choice("only-if-free", "allowed"), Message.of("software.field.others"))),
            Message.of("software.section"),
            (section, answers, problems) -> new Software(answers, problems).settings(section.asRecord()));

    private static final int MOST_BUILD = 1_000_000;

    private final Answers answers;
    private final List<Problem> problems;
    private final Set<String> names = new HashSet<>();

    private Software(Answers answers, List<Problem> problems) {
        this.answers = answers;
        this.problems = problems;
    }

    private static Shape rule(Field own) {
        return Shape.record(
                Field.required("name", Shape.text().example("WinRAR 3.8"), Message.of("software.field.name")),
                Field.required("any-of", Shape.listOf(ProgramWay.SHAPE), Message.of("software.field.any-of")),
                Field.optional(
                        "licence", Shape.choice("free", "licensed", "forbidden"), Message.of("software.field.licence")),
                Field.optional("consent", Shape.choice("ask"), Message.of("software.field.consent")),
                Field.optional("when", when(), Message.of("software.field.when")),
                Field.optional("reason", Shape.text(), Message.of("software.field.reason")),
                Field.optional("severity", Weights.SEVERITY, Message.of("software.field.severity")),
                own);
    }

    private static Shape when() {
        Shape size = Shape.text()
                .matching("[1-9][0-9]{0,5} ?([MG]B)", Message.of("software.field.size"))
                .example("1 GB");
        Shape build = Shape.whole(0, MOST_BUILD);
        return Shape.record(
                Field.optional("memory-at-least", size, Message.of("software.field.memory-at-least")),
                Field.optional("memory-below", size, Message.of("software.field.memory-below")),
                Field.optional("os-build-at-least", build, Message.of("software.field.os-build-at-least")),
                Field.optional("os-build-below", build, Message.of("software.field.os-build-below")),
                Field.optional(
                        "architecture", Shape.choice("x86", "x64", "arm64"), Message.of("software.field.architecture")),
                Field.optional(INSTALLED, Shape.text().example("WinRAR 3.8"), Message.of("software.field.installed")),
                Field.optional(
                        NOT_INSTALLED, Shape.text().example("WinRAR 3.8"), Message.of("software.field.not-installed")));
    }

    /** A rule as it is written, and what was made of it. */
    private record Written(Demand demand, RecordValue text, ProgramRule rule, ProgramSetting.Plan plan) {}

    private List<Setting<?>> settings(RecordValue section) {
        List<Written> written = new ArrayList<>();
        for (Demand demand : Demand.values()) {
            for (RecordValue text : section.records(demand.word())) {
                written(demand, text).ifPresent(written::add);
            }
        }
        Map<String, ProgramRule> rules = new LinkedHashMap<>();
        written.forEach(one -> rules.put(one.rule().name(), one.rule()));
        SoftwareScan scan = new SoftwareScan();
        List<Setting<?>> settings = new ArrayList<>();
        for (Written one : written) {
            Optional<Severity> severity = one.text().optionalText("severity").map(Severity::of);
            settings.add(new ProgramSetting(
                    one.demand(), one.rule(), one.plan(), companions(one.text(), rules), severity, scan));
        }
        if (section.optionalText(OTHERS).equals(Optional.of("only-if-free"))) {
            settings.add(new OtherPrograms(List.copyOf(rules.values()), scan));
        }
        return settings;
    }

    /** The other programs that decide whether the rule applies; what names no rule is a problem. */
    private List<Companion> companions(RecordValue written, Map<String, ProgramRule> rules) {
        List<Companion> companions = new ArrayList<>();
        written.optional("when").map(Value::asRecord).ifPresent(when -> {
            for (String field : List.of(INSTALLED, NOT_INSTALLED)) {
                when.optional(field)
                        .flatMap(name -> named(name, rules))
                        .ifPresent(
                                rule -> companions.add(new Companion(rule, field.equals(INSTALLED), Optional.empty())));
            }
        });
        return companions;
    }

    /** A section in trouble lacks rules, so only a good one is asked what its names mean. */
    private Optional<ProgramRule> named(Value name, Map<String, ProgramRule> rules) {
        Optional<ProgramRule> rule = Optional.ofNullable(rules.get(name.asText()));
        if (rule.isEmpty() && problems.isEmpty()) {
            Problem unknown = Problem.of(Message.of("software.problem.no-rule", name.asText()), name.span());
            problems.add(DidYouMean.on(unknown, name.asText(), rules.keySet()));
        }
        return rule;
    }

    /** Empty where there are problems. */
    private Optional<Written> written(Demand demand, RecordValue text) {
        int before = problems.size();
        String name = text.text("name");
        checkName(name, text);
        ProgramWays ways = ways(name, text);
        if (problems.size() > before) {
            return Optional.empty();
        }
        ProgramRule rule = rule(text, name, ways);
        if (demand == Demand.REQUIRED && rule.licence() == Licence.FORBIDDEN) {
            problem(
                    Message.of("software.problem.required-forbidden", name),
                    text.required("licence").span());
        }
        Written written = new Written(demand, text, rule, plan(text, rule, ways));
        return problems.size() > before ? Optional.empty() : Optional.of(written);
    }

    private void checkName(String name, RecordValue text) {
        if (name.equals(OTHERS) || !names.add(name.toLowerCase(Locale.ROOT))) {
            problem(
                    Message.of("software.problem.name-twice", name),
                    text.required("name").span());
        }
    }

    private ProgramWays ways(String name, RecordValue text) {
        List<RecordValue> items = text.records("any-of");
        if (items.isEmpty()) {
            problem(
                    Message.of("software.problem.no-way", name),
                    text.required("any-of").span());
        }
        return new ProgramWays(items.stream()
                .map(way -> new ProgramWay(way, problems).checked())
                .flatMap(Optional::stream)
                .toList());
    }

    private ProgramSetting.Plan plan(RecordValue text, ProgramRule rule, ProgramWays ways) {
        Optional<InstallProgram> install = text.optional(INSTALL)
                .flatMap(block -> new InstallBlock(block.asRecord(), problems)
                        .checked(rule.name(), answers.installers().orElse(""), ways))
                .filter(made -> answers.installers().isPresent());
        Optional<UninstallProgram> removal = text.optional("uninstall")
                .map(allowed -> new UninstallProgram(rule.name(), Installer.Kind.EXE, ways, Optional.empty()));
        return new ProgramSetting.Plan(install, removal, answers.allow(rule.name()));
    }

    private static ProgramRule rule(RecordValue text, String name, ProgramWays ways) {
        return new ProgramRule(
                name,
                ways.matches(),
                ways.traces(),
                text.optionalText("licence").map(Software::licence).orElse(Licence.NOT_STATED),
                text.optional("consent").isPresent(),
                text.optional("when").map(when -> conditions(when.asRecord())).orElse(List.of()),
                text.optionalText("reason").orElse(""));
    }

    private static Licence licence(String word) {
        return Licence.valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Why programs that the user asks for or agrees to are not installed: one sentence for each that is not. */
    public static List<Message> refusals(List<Setting<?>> settings, Set<String> wanted, Set<String> agreed) {
        Map<String, ProgramSetting> programs = new HashMap<>();
        for (Setting<?> setting : settings) {
            if (setting instanceof ProgramSetting program) {
                programs.put(program.rule().name().toLowerCase(Locale.ROOT), program);
            }
        }
        List<Message> refusals = new ArrayList<>();
        for (String name : new TreeSet<>(wanted)) {
            Optional.ofNullable(programs.get(name.toLowerCase(Locale.ROOT)))
                    .map(ProgramSetting::refusal)
                    .orElse(Optional.of(Message.of("software.refused.no-rule", name)))
                    .ifPresent(refusals::add);
        }
        for (String name : new TreeSet<>(agreed)) {
            Optional.ofNullable(programs.get(name.toLowerCase(Locale.ROOT)))
                    .map(ProgramSetting::refusalOfConsent)
                    .orElse(Optional.of(Message.of("software.refused.no-question", name)))
                    .ifPresent(refusals::add);
        }
        return refusals;
    }

    /**
     * {@code settings} as a run finds them that brings about one after the other, but for the {@code waived} ones: a rule may
     * hold only because a program was installed or removed before.
     */
    public static List<Setting<?>> inTurn(
            List<Setting<?>> settings, Predicate<Setting<?>> waived, WindowsView windows) {
        boolean independent = settings.stream()
                .noneMatch(setting -> setting instanceof ProgramSetting program
                        && !program.companions().isEmpty());
        if (independent) {
            return settings;
        }
        Map<String, Boolean> changed = new HashMap<>();
        List<Setting<?>> inTurn = new ArrayList<>();
        for (Setting<?> setting : settings) {
            if (setting instanceof ProgramSetting program) {
                ProgramSetting later = program.after(changed);
                inTurn.add(later);
                if (!waived.test(program)) {
                    later.makes(windows)
                            .ifPresent(there -> changed.put(program.rule().name(), there));
                }
            } else {
                inTurn.add(setting);
            }
        }
        return inTurn;
    }

    /** The name of the program that {@code setting} is about. */
    public static String program(Setting<?> setting) {
        return setting.name().substring(SECTION.length() + 1);
    }

    private void problem(Message what, Span at) {
        problems.add(Problem.of(what, at));
    }

    private static List<Condition> conditions(RecordValue when) {
        List<Condition> all = new ArrayList<>();
        when.optionalText("memory-at-least").ifPresent(size -> all.add(new Condition.MemoryAtLeast(bytes(size))));
        when.optionalText("memory-below").ifPresent(size -> all.add(new Condition.MemoryBelow(bytes(size))));
        when.optional("os-build-at-least").ifPresent(build -> all.add(new Condition.BuildAtLeast(build.asWhole())));
        when.optional("os-build-below").ifPresent(build -> all.add(new Condition.BuildBelow(build.asWhole())));
        when.optionalText("architecture").ifPresent(name -> all.add(new Condition.Architecture(name)));
        return all;
    }

    private static long bytes(String size) {
        long number = Long.parseLong(size.replaceAll("[^0-9]", ""));
        return number << (size.endsWith("GB") ? 30 : 20);
    }

    /**
     * The programs that {@code settings} found when they read a Windows last; read of {@code windows} now where none of
     * them has.
     */
    public static InstalledPrograms installed(List<Setting<?>> settings, WindowsView windows) {
        return settings.stream()
                .flatMap(setting -> setting instanceof ProgramSetting program
                        ? program.scan().latest().stream()
                        : setting instanceof OtherPrograms others ? others.scan().latest().stream() : Stream.empty())
                .findFirst()
                .orElseGet(() -> InstalledPrograms.in(windows.registry()));
    }

    /** What they found that is in no rule; nothing where the profile does not ask for that to be looked at. */
    public static List<InstalledProgram> others(List<Setting<?>> settings) {
        return settings.stream()
                .filter(OtherPrograms.class::isInstance)
                .map(OtherPrograms.class::cast)
                .flatMap(others -> others.scan().latest().map(others::among).orElse(List.of()).stream())
                .toList();
    }

    /** {@code program} in a few words: its name, its version unless the name has it, its publisher. */
    static String words(InstalledProgram program) {
        String versioned = program.versioned();
        return program.publisher().isEmpty() ? versioned : versioned + ", " + program.publisher();
    }
}
