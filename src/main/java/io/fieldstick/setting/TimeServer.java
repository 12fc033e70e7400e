package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.profile.Shape;
import io.fieldstick.windows.Announcement;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.Machine;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.RegistryView;
import io.fieldstick.windows.Service;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsView;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The clock is set by the house's time servers: the time service asks them, is started with Windows, and runs.
 *
 * <p>Sources: MS docs "Windows Time service tools and settings" (Parameters, NtpClient, and the policies that beat them).
 *
 * @param servers host names, separated by blanks; the first that answers is asked
 */
public record TimeServer(String servers) implements Setting<TimeServer.State> {
    private static final String SECTION = "time-server";
    private static final String HOST = "[A-Za-z0-9]([A-Za-z0-9.:-]*[A-Za-z0-9])?";
    private static final String SERVERS = HOST + "( " + HOST + ")*";
    private static final String SERVICE = "W32Time";

    private static final RegistryKey W32TIME = RegistryKey.machine("SYSTEM\\CurrentControlSet\\Services\\" + SERVICE);
    private static final RegistryKey PARAMETERS = W32TIME.child("Parameters");
    private static final RegistryKey CLIENT = W32TIME.child("TimeProviders\\NtpClient");
    private static final RegistryKey POLICY = RegistryKey.machine("SOFTWARE\\Policies\\Microsoft\\W32Time\\Parameters");
    /** The policy "Enable Windows NTP Client" (W32Time.admx): 0 where no server is ever asked. */
    private static final RegistryKey CLIENT_POLICY =
            RegistryKey.machine("SOFTWARE\\Policies\\Microsoft\\W32Time\\TimeProviders\\NtpClient");

    /**
     * When the service is started and stopped beside its start (MS-SCMR: SERVICE_TRIGGER). One of them, which Windows
     * before 10 1607 has and later ones call deprecated, stops it on every computer in no domain right after each start of
     * Windows, also where its start is automatic (MS support 2385818; MS docs: "Windows Time service tools and settings").
     */
    private static final RegistryKey TRIGGERS = W32TIME.child("TriggerInfo");

    private static final String ACTION = "Action";
    private static final int TO_START = 1;
    private static final int TO_STOP = 2;
    /** DOMAIN_LEAVE_GUID of winsvc.h, ddaf516e-58c2-4866-9574-c3b615d42ea1: the computer is in no domain. */
    private static final RegistryValue IN_NO_DOMAIN =
            RegistryValue.binary(HexFormat.of().parseHex("6e51afddc25866489574c3b615d42ea1"));

    private static final String ENABLED = "Enabled";
    private static final String NTP_SERVER = "NtpServer";
    private static final String TYPE = "Type";
    /** By NTP servers, not by the domain. */
    private static final String BY_NTP = "NTP";
    /** The types of a policy with which servers are asked; NT5DS and NOSYNC ask none. */
    private static final Set<String> ASKING_SERVERS = Set.of("NTP", "ALLSYNC");

    /** Asked as a client, at the intervals that the service works out itself. */
    private static final String AS_CLIENT = ",0x8";

    public static final SettingKind KIND = new SettingKind(
            SECTION,
            Shape.text().matching(SERVERS, Message.of("time-server.shape")).example("ntp.house.example"),
            Message.of("time-server.section"),
            (section, answers, problems) -> List.of(new TimeServer(section.asText())));

    /**
     * What the time service is told, by whom, and whether it works.
     *
     * @param triggers the events that can stop it, and {@code stopping} those that do, as what starts it instead
     */
    public record State(
            RegistryState values,
            Reading<List<String>> triggers,
            RegistryState stopping,
            Reading<RegistryValue> policy,
            Reading<RegistryValue> typePolicy,
            Reading<RegistryValue> clientPolicy,
            Reading<Service> service,
            Reading<Machine.Membership> membership) {}

    /** The servers that {@code registry} names, where a profile can say them. */
    static Optional<TimeServer> on(RegistryView registry) {
        String servers = names(
                registry.value(PARAMETERS, NTP_SERVER).map(RegistryValue::text).orElse(""));
        return ProfileDraft.canSay(servers) && servers.matches(SERVERS)
                ? Optional.of(new TimeServer(servers))
                : Optional.empty();
    }

    @Override
    public String name() {
        return SECTION;
    }

    @Override
    public Message title() {
        return Message.of("time-server.title");
    }

    @Override
    public Message desired() {
        return Message.of("time-server.is", servers);
    }

    @Override
    public State read(WindowsView windows) {
        Reading<List<String>> triggers = windows.registry().subkeys(TRIGGERS);
        List<Change> started = triggers.orElse(List.of()).stream()
                .map(TRIGGERS::child)
                .filter(trigger -> stopsInNoDomain(windows.registry(), trigger))
                .map(trigger -> (Change) new SetRegistryValue(trigger, ACTION, RegistryValue.dword(TO_START)))
                .toList();
        return new State(
                RegistryState.read(
                        windows,
                        List.of(
                                value(PARAMETERS, NTP_SERVER, RegistryValue.sz(entries())),
                                value(PARAMETERS, TYPE, RegistryValue.sz(BY_NTP)),
                                value(CLIENT, ENABLED, RegistryValue.dword(1)))),
                triggers,
                RegistryState.read(windows, started),
                windows.registry().value(POLICY, NTP_SERVER),
                windows.registry().value(POLICY, TYPE),
                windows.registry().value(CLIENT_POLICY, ENABLED),
                windows.services().service(SERVICE),
                windows.machine().membership());
    }

    private static boolean stopsInNoDomain(RegistryView registry, RegistryKey trigger) {
        return registry.value(trigger, "GUID").equals(Reading.of(IN_NO_DOMAIN))
                && registry.value(trigger, ACTION)
                        .map(action -> action.number().equals(OptionalInt.of(TO_STOP)))
                        .orElse(false);
    }

    private static Change value(RegistryKey key, String name, RegistryValue value) {
        return new SetRegistryValue(
                key, name, value, ValueSameness.BYTES, InForce.NOW, Set.of(Announcement.TIME_SERVICE));
    }

    /** As the service reads them: {@code a.example,0x8 b.example,0x8}. */
    private String entries() {
        return Pattern.compile(" ")
                .splitAsStream(servers)
                .map(host -> host + AS_CLIENT)
                .collect(Collectors.joining(" "));
    }

    @Override
    public Judgement judge(State actual) {
        if (!(actual.membership() instanceof Reading.Present<Machine.Membership> member)) {
            return Judgements.unknown(actual.membership());
        }
        if (actual.service() instanceof Reading.Unreadable<Service>) {
            return Judgements.unknown(actual.service());
        }
        for (Reading<RegistryValue> policy : List.of(actual.policy(), actual.typePolicy(), actual.clientPolicy())) {
            if (policy.isUnreadable()) {
                return Judgements.unknown(policy);
            }
        }
        Judgement judgement = ofThisComputer(actual);
        return member.value().domain()
                ? Judgements.with(
                        judgement,
                        new Verdict.NotApplicable(
                                Message.of("time-server.domain", member.value().name())))
                : judgement;
    }

    private Judgement ofThisComputer(State actual) {
        List<Evidence> evidence = new ArrayList<>(actual.values().evidence());
        evidence.add(new Evidence(
                "SCM " + SERVICE, actual.service().map(Service::toString).orElse("-")));
        if (actual.policy() instanceof Reading.Present<RegistryValue> policy) {
            evidence.add(
                    Evidence.override(POLICY + "!" + NTP_SERVER, policy.value().toString()));
            if (!names(policy.value().text()).equals(servers)) {
                return Judgement.of(
                        Message.of("time-server.is", names(policy.value().text())),
                        evidence,
                        new Verdict.ByHand(Message.of("time-server.policy", POLICY.toString())));
            }
        }
        if (actual.typePolicy() instanceof Reading.Present<RegistryValue> type) {
            evidence.add(Evidence.override(POLICY + "!" + TYPE, type.value().toString()));
            if (!ASKING_SERVERS.contains(type.value().text().toUpperCase(Locale.ROOT))) {
                return otherByPolicy(evidence, POLICY);
            }
        }
        if (actual.clientPolicy() instanceof Reading.Present<RegistryValue> enabled) {
            evidence.add(Evidence.override(
                    CLIENT_POLICY + "!" + ENABLED, enabled.value().toString()));
            if (enabled.value().number().orElse(1) == 0) {
                return otherByPolicy(evidence, CLIENT_POLICY);
            }
        }
        if (!(actual.service() instanceof Reading.Present<Service> service)) {
            return Judgement.of(
                    Message.of("services.none"), evidence, new Verdict.ByHand(Message.of("services.missing", SERVICE)));
        }
        evidence.addAll(actual.stopping().evidence());
        return Judgements.heeding(
                judgement(actual.values(), service.value(), actual.stopping().changes(), evidence),
                List.of(actual.triggers()));
    }

    private static Judgement otherByPolicy(List<Evidence> evidence, RegistryKey policy) {
        return Judgement.of(
                Message.of("time-server.other"),
                evidence,
                new Verdict.ByHand(Message.of("time-server.policy", policy.toString())));
    }

    private Judgement judgement(RegistryState values, Service service, List<Change> started, List<Evidence> evidence) {
        List<WindowsError> unreadable = values.unreadable();
        if (!unreadable.isEmpty()) {
            return new Judgement(
                    Message.of("setting.unknown"),
                    evidence,
                    new Verdict.Unknown(unreadable.get(0)),
                    unreadable.subList(1, unreadable.size()));
        }
        List<Change> changes = new ArrayList<>(values.changes());
        if (service.start().code() != Service.Start.AUTOMATIC.code()) {
            changes.add(new SetServiceStart(SERVICE, Service.Start.AUTOMATIC));
        }
        if (service.state() != Service.State.RUNNING) {
            changes.add(new SetServiceRunning(SERVICE, true));
        }
        Message actual = changes.isEmpty()
                ? Message.of("time-server.stops", servers)
                : values.changes().isEmpty()
                        ? Message.of("time-server.service", servers, WindowsService.words(service))
                        : Message.of("time-server.other");
        changes.addAll(started);
        return Judgement.of(changes.isEmpty() ? desired() : actual, evidence, Verdict.differs(changes));
    }

    /** The host names of {@code entries}, without the flags behind each. */
    private static String names(String entries) {
        return Pattern.compile("\\s+")
                .splitAsStream(entries.strip())
                .map(entry -> entry.replaceFirst(",.*", ""))
                .collect(Collectors.joining(" "));
    }
}
