package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.profile.Field;
import io.fieldstick.profile.Problem;
import io.fieldstick.profile.Shape;
import io.fieldstick.profile.Value;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Service;
import io.fieldstick.windows.WindowsView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A service of Windows is started when the house wants it, and runs or not.
 *
 * @param service its short name, {@code Spooler}: the one that people see is another in every language
 * @param start when it is to be started; empty where the profile does not say
 * @param running whether it is to run now; empty where the profile does not say
 */
public record WindowsService(String service, Optional<Service.Start> start, Optional<Boolean> running)
        implements Setting<Reading<Service>> {
    private static final String SECTION = "services";
    private static final Map<String, Service.Start> STARTS = Map.of(
            "automatic", Service.Start.AUTOMATIC,
            "automatic-delayed", Service.Start.AUTOMATIC_DELAYED,
            "manual", Service.Start.MANUAL,
            "disabled", Service.Start.DISABLED);

    /** A service's name has 256 characters at most, and no slash (MS docs: CreateServiceW). */
    private static final String NAME = "[^/\\\\]{1,256}";

    public static final SettingKind KIND = new SettingKind(
            SECTION,
            Shape.listOf(Shape.record(
                    Field.required(
                            "name",
                            Shape.text()
                                    .matching(NAME, Message.of("services.shape.name"))
                                    .example("Spooler"),
                            Message.of("services.field.name")),
                    Field.optional(
                            "start",
                            Shape.choice("automatic", "automatic-delayed", "manual", "disabled"),
                            Message.of("services.field.start")),
                    Field.optional("state", Shape.choice("running", "stopped"), Message.of("services.field.state")))),
            Message.of("services.section"),
            (section, answers, problems) -> settings(section, problems));

    private static List<Setting<?>> settings(Value section, List<Problem> problems) {
        List<Setting<?>> settings = new ArrayList<>();
        for (Value.RecordValue entry : section.asList().records()) {
            WindowsService setting = new WindowsService(
                    entry.text("name"),
                    entry.optionalText("start").flatMap(word -> Optional.ofNullable(STARTS.get(word))),
                    entry.optionalText("state").map("running"::equals));
            if (setting.start.isEmpty() && setting.running.isEmpty()) {
                problems.add(Problem.of(Message.of("services.problem.nothing-asked", setting.service), entry.span()));
            } else if (setting.start.equals(Optional.of(Service.Start.DISABLED))
                    && setting.running.equals(Optional.of(true))) {
                problems.add(Problem.of(
                        Message.of("services.problem.disabled-running", setting.service),
                        entry.required("state").span()));
            } else {
                settings.add(setting);
            }
        }
        return settings;
    }

    @Override
    public String name() {
        return SECTION + "/" + service;
    }

    @Override
    public Message title() {
        return Message.of("services.title", service);
    }

    @Override
    public Message desired() {
        if (start.isEmpty()) {
            return state(running.orElse(false));
        }
        return running.isEmpty()
                ? words(start.get())
                : Message.of("services.is", words(start.get()), state(running.get()));
    }

    @Override
    public Reading<Service> read(WindowsView windows) {
        return windows.services().service(service);
    }

    @Override
    public Judgement judge(Reading<Service> actual) {
        if (actual.isUnreadable()) {
            return Judgements.unknown(actual);
        }
        if (!(actual instanceof Reading.Present<Service> found)) {
            return Judgement.of(Message.of("services.none"), List.of(), withoutIt());
        }
        Service is = found.value();
        List<Evidence> evidence = List.of(Evidence.effective(
                "SCM " + service,
                "start " + is.start().name() + ", " + is.state().name()));
        return Judgement.of(words(is), evidence, is.driver() ? ofDriver(is) : Verdict.differs(changes(is)));
    }

    /** A service that is not there is never started. */
    private Verdict withoutIt() {
        boolean wanted = running.orElse(false)
                || start.filter(when -> when != Service.Start.DISABLED).isPresent();
        return wanted ? new Verdict.ByHand(Message.of("services.missing", service)) : new Verdict.AsDesired();
    }

    /** A driver that does not start can keep Windows from starting, so it is only looked at. */
    private Verdict ofDriver(Service is) {
        return changes(is).isEmpty()
                ? new Verdict.AsDesired()
                : new Verdict.ByHand(Message.of("services.driver", service));
    }

    /** A disabled service cannot be started: so it is enabled before it is started, and stopped before it is disabled. */
    private List<Change> changes(Service is) {
        List<Change> changes = new ArrayList<>();
        start.filter(when -> when != is.start()).ifPresent(when -> changes.add(new SetServiceStart(service, when)));
        running.filter(run -> is.state() != (run ? Service.State.RUNNING : Service.State.STOPPED))
                .ifPresent(run -> changes.add(run ? changes.size() : 0, new SetServiceRunning(service, run)));
        return changes;
    }

    /** What a profile calls it; empty where a profile cannot ask for it. */
    static Optional<String> word(Service.Start start) {
        return STARTS.entrySet().stream()
                .filter(known -> known.getValue() == start)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    static Message words(Service.Start start) {
        return Message.of("services.start." + word(start.name()));
    }

    private static Message words(Service.State state) {
        return Message.of("services.state." + word(state.name()));
    }

    /** When it is started, and whether it runs. */
    static Message words(Service service) {
        return Message.of("services.is", words(service.start()), words(service.state()));
    }

    private static Message state(boolean running) {
        return words(running ? Service.State.RUNNING : Service.State.STOPPED);
    }

    private static String word(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
