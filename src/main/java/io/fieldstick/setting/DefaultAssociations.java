package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.setting.software.RegisteredProgram;
import io.fieldstick.windows.Announcement;
import io.fieldstick.windows.EnvironmentVariables;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.FileContent;
import io.fieldstick.windows.Machine;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.RegistryView;
import io.fieldstick.windows.WindowsView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whoever signs in gets these programs for these files, users to come among them, by a list that stays on the computer.
 *
 * <p>Policy DefaultAssociationsConfiguration (MS docs: Policy CSP ApplicationDefaults): since Windows 8, on members of a
 * domain, heeded at each sign-in; a user can still choose otherwise until the next one. The list lies below Program Files,
 * where only administrators can change it.
 */
public record DefaultAssociations(List<FileType> types) implements Setting<DefaultAssociations.State> {
    private static final RegistryKey POLICY = RegistryKey.machine("SOFTWARE\\Policies\\Microsoft\\Windows\\System");
    private static final String VALUE = "DefaultAssociationsConfiguration";
    private static final String FILE = "%ProgramFiles%\\Fieldstick\\default-apps.xml";
    /** The first build of Windows 8. */
    private static final int WINDOWS_8 = 9200;

    public DefaultAssociations {
        types = List.copyOf(types);
    }

    /**
     * What was read.
     *
     * @param programs the program of each of {@link #types()}, in their order
     * @param policy which list Windows is told to go by
     * @param content what is in our own list
     */
    public record State(
            Reading<Machine.Version> version,
            Reading<Machine.Membership> membership,
            List<Reading<RegisteredProgram>> programs,
            Reading<String> path,
            Reading<String> policy,
            Reading<FileContent> content) {
        public State {
            programs = List.copyOf(programs);
        }

        private Optional<Reading<?>> unreadable() {
            List<Reading<?>> all = new ArrayList<>(programs);
            all.addAll(List.of(version, membership, policy, content));
            return all.stream().filter(Reading::isUnreadable).findFirst();
        }
    }

    /** Whether a policy brings a list, ours or another. */
    static boolean isOn(RegistryView registry) {
        return registry.value(POLICY, VALUE).isPresent();
    }

    @Override
    public String name() {
        return "file-types/policy";
    }

    @Override
    public Message title() {
        return Message.of("file-types.policy.title");
    }

    @Override
    public Message desired() {
        return Message.of(
                "file-types.policy.is",
                String.join(" ", types.stream().map(FileType::extension).toList()));
    }

    @Override
    public State read(WindowsView windows) {
        Reading<String> path =
                EnvironmentVariables.ofMachine(windows.registry()).path(FILE);
        return new State(
                windows.machine().version(),
                windows.machine().membership(),
                types.stream().map(type -> type.registered(windows)).toList(),
                path,
                windows.registry().value(POLICY, VALUE).map(RegistryValue::text),
                path.flatMap(file -> WriteFile.content(windows.files(), file)));
    }

    @Override
    public Judgement judge(State actual) {
        if (actual.unreadable().isPresent()) {
            return Judgements.unknown(actual.unreadable().get());
        }
        if (!(actual.path() instanceof Reading.Present<String> path)) {
            return Judgements.unknown(actual.path());
        }
        List<Evidence> evidence = List.of(
                Evidence.override(POLICY + "!" + VALUE, actual.policy().orElse("-")),
                new Evidence(
                        path.value(),
                        actual.content().map(FileContent::toString).orElse("-")));
        Verdict verdict = whyNot(actual, path.value()).orElseGet(() -> verdict(actual, path.value()));
        Message is = verdict instanceof Verdict.AsDesired ? desired() : Message.of("file-types.policy.is-not");
        return Judgement.of(is, evidence, verdict);
    }

    /** Why nothing can be done about it; empty where it can. */
    private Optional<Verdict> whyNot(State actual, String path) {
        if (actual.version().map(version -> version.build() < WINDOWS_8).orElse(false)) {
            return Optional.of(new Verdict.NotApplicable(Message.of("file-types.policy.before-8")));
        }
        if (!actual.membership().map(Machine.Membership::domain).orElse(false)) {
            return Optional.of(new Verdict.NotApplicable(Message.of("file-types.policy.no-domain")));
        }
        String other = actual.policy().orElse(path);
        if (!other.equalsIgnoreCase(path)) {
            return Optional.of(new Verdict.ByHand(Message.of("file-types.policy.other", other)));
        }
        for (int i = 0; i < types.size(); i++) {
            if (actual.programs().get(i).isAbsent()) {
                return Optional.of(new Verdict.ByHand(types.get(i).toInstall()));
            }
        }
        return Optional.empty();
    }

    private Verdict verdict(State actual, String path) {
        FileContent list = list(actual.programs());
        List<Change> changes = new ArrayList<>();
        if (!actual.content().map(list::equals).orElse(false)) {
            changes.add(new WriteFile(path, list));
        }
        if (actual.policy().isAbsent()) {
            changes.add(new SetRegistryValue(
                    POLICY,
                    VALUE,
                    RegistryValue.sz(path),
                    ValueSameness.BYTES,
                    InForce.AFTER_SIGN_IN,
                    Set.of(Announcement.POLICY)));
        }
        return Verdict.differs(changes);
    }

    private FileContent list(List<Reading<RegisteredProgram>> programs) {
        List<DefaultAppList.Association> associations = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            FileType type = types.get(i);
            if (programs.get(i) instanceof Reading.Present<RegisteredProgram> program) {
                associations.add(new DefaultAppList.Association(
                        type.extension(),
                        program.value().progId(),
                        program.value().registeredAs().orElse(type.program())));
            }
        }
        return new DefaultAppList(associations).xml();
    }
}
