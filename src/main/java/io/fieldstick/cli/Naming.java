package io.fieldstick.cli;

import io.fieldstick.message.Message;
import io.fieldstick.profile.Profile;
import io.fieldstick.profile.roster.Roster;
import io.fieldstick.profile.roster.RosterReader;
import io.fieldstick.profile.roster.RosterRow;
import io.fieldstick.setting.Answers;
import io.fieldstick.setting.ComputerName;
import io.fieldstick.setting.HostName;
import io.fieldstick.setting.hostname.HostNames;
import io.fieldstick.setting.hostname.NamingRules;
import io.fieldstick.setting.hostname.Occupant;
import io.fieldstick.setting.hostname.SurnameChoice;
import io.fieldstick.windows.NameLookup;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.WindowsView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Settles, before anything happens, whom the workstation is for and what it is called: by {@code --set}, by the roster, or
 * by asking a person; then whether the name is free.
 */
final class Naming {
    private final Session session;
    private final Optional<? extends WindowsView> windows;
    private final ProfileOptions options;
    private final Map<String, String> answers;
    private final NamingRules rules;
    private final HostNames names;
    private final Optional<Roster> roster;
    private final Optional<RosterRow> row;

    private Naming(
            Session session, Optional<? extends WindowsView> windows, ProfileOptions options, NamingRules rules) {
        this.session = session;
        this.windows = windows;
        this.options = options;
        this.answers = new HashMap<>(options.set);
        this.rules = rules;
        this.names = new HostNames(rules);
        this.roster = roster(session, options);
        Optional<ThisMachine> machine = roster.flatMap(known -> windows.map(here -> ThisMachine.of(here.machine())));
        this.row = machine.flatMap(here -> roster.flatMap(here::rowIn));
        if (row.isEmpty()) {
            machine.ifPresent(here ->
                    here.unread().forEach(why -> told(Message.of("cli.roster.unread", why.tried(), why.said()))));
        }
    }

    /**
     * The naming by the profile's section; empty where it has none, or it was not selected.
     *
     * @throws CommandFailure where the roster contradicts itself about this computer
     * @throws ProfileProblems where the roster has faults
     */
    static Optional<Naming> of(
            Session session, Optional<? extends WindowsView> windows, Profile profile, ProfileOptions options) {
        String section = HostName.KIND.section();
        return options.selected().test(section)
                ? profile.section(section)
                        .map(value -> new Naming(session, windows, options, HostName.rules(value.asRecord())))
                : Optional.empty();
    }

    /**
     * Puts into the options all that the host name needs.
     *
     * @throws CommandFailure where an answer is missing and nobody can be asked, or the name is taken
     */
    void settle() {
        if (answers.containsKey(Answers.HOST_NAME)) {
            session.say(Message.of("cli.name.given", answers.get(Answers.HOST_NAME)));
            return;
        }
        HostNames.Result result = find();
        result.doubts().forEach(this::told);
        // A name that cannot be used is left to the setting, which tells it with its place in the profile.
        if (result.isUsable()) {
            result.steps().forEach(session::say);
            requireFree(result);
        }
        options.set = answers;
    }

    /** Puts into the options what the roster says; what it does not say stays open, and nobody is asked. */
    void recall() {
        fromRoster();
        options.set = answers;
    }

    /**
     * The name as it comes of all the answers.
     *
     * @throws CommandFailure where one is missing and nobody can be asked
     */
    HostNames.Result find() {
        fromRoster();
        ask();
        HostNames.Result result = result();
        Optional<SurnameChoice> choice = result.choice().filter(open -> session.mayAsk());
        if (choice.isEmpty()) {
            return result;
        }
        answers.put(Answers.SURNAME, reading(choice.get()));
        return result();
    }

    /** The name that {@code provision} would come to; where another has that of {@code result}, it is said who, and which is free. */
    String foretold(HostNames.Result result) {
        Optional<String> own = ownNameIn(result);
        if (own.isPresent()) {
            return own.get();
        }
        NameHolders holders = holders();
        Optional<Message> holder = holders.of(result.name());
        Optional<String> free = holder.isPresent() ? nextFree(result, holders) : Optional.empty();
        tellSilence(result, holders);
        if (free.isPresent() && rules.numberIfTaken()) {
            holder.ifPresent(who -> session.say(Message.of("cli.name.numbered", who, free.get())));
            return free.get();
        }
        holder.ifPresent(session::say);
        free.ifPresent(name -> session.say(Message.of("cli.name.taken.number", name)));
        return result.name();
    }

    private NameHolders holders() {
        NameLookup network = windows.map(WindowsView::nameLookup).orElse(name -> Reading.absent());
        return NameHolders.of(roster, row, names, rules.numberIfTaken(), network);
    }

    private static Optional<Roster> roster(Session session, ProfileOptions options) {
        Path file = options.roster == null ? session.surroundings().home().roster() : session.resolve(options.roster);
        if (options.roster == null && !Files.exists(file)) {
            return Optional.empty();
        }
        RosterReader.Reading reading = RosterReader.read(file);
        if (reading instanceof RosterReader.Reading.Refused refused) {
            throw new ProfileProblems(refused.problems());
        }
        Roster roster = ((RosterReader.Reading.Accepted) reading).roster();
        roster.notes().forEach(session::note);
        return Optional.of(roster);
    }

    /** What {@code --set} says beats the roster. */
    private void fromRoster() {
        row.ifPresent(known -> {
            Map<String, String> said = new HashMap<>();
            said.put(Answers.DEPARTMENT, known.dept());
            said.put(Answers.USER, known.user());
            boolean sameUser = answers.getOrDefault(Answers.USER, known.user()).equals(known.user());
            known.surname().filter(reading -> sameUser).ifPresent(reading -> said.put(Answers.SURNAME, reading));
            said.keySet().removeAll(answers.keySet());
            answers.putAll(said);
            if (!said.isEmpty()) {
                told(Message.of(
                        "cli.roster.row",
                        roster.map(Roster::file).orElse(""),
                        known.line(),
                        known.dept(),
                        known.user(),
                        known.room().isEmpty() ? "-" : known.room(),
                        known.socket().isEmpty() ? "-" : known.socket()));
            }
        });
    }

    /** Said at once, and kept in the result. */
    private void told(Message message) {
        session.say(message);
        session.note(message);
    }

    private void ask() {
        for (String name : List.of(Answers.DEPARTMENT, Answers.USER)) {
            if (needs(name)) {
                answers.put(name, answer(name));
            }
        }
    }

    private boolean needs(String name) {
        return rules.pattern().contains("{" + name + "}") && !answers.containsKey(name);
    }

    private String answer(String name) {
        String answer =
                session.mayAsk() ? session.ask(Message.of("cli.ask." + name)).orElse("") : "";
        if (answer.isEmpty()) {
            throw new CommandFailure(ExitCode.USAGE, Message.of("cli.needs-answer", name), missingHelp(name));
        }
        return answer;
    }

    private Message[] missingHelp(String name) {
        Stream<Message> rowToAdd = roster.stream()
                .flatMap(known -> windows.stream()
                        .map(here -> ThisMachine.of(here.machine()))
                        .map(machine -> Message.of(
                                "cli.roster.no-row", known.file(), machine.shownSerial(), machine.shownAddresses())));
        // Who asks for the host name alone has nothing left to do without it.
        boolean alone = options.only.equals(List.of(HostName.KIND.section()));
        String help = alone ? "cli.needs-answer.help-alone" : "cli.needs-answer.help";
        return Stream.concat(rowToAdd, Stream.of(Message.of(help, name))).toArray(Message[]::new);
    }

    private HostNames.Result result() {
        return names.of(new Occupant(
                answers.getOrDefault(Answers.DEPARTMENT, ""),
                answers.getOrDefault(Answers.USER, ""),
                Optional.ofNullable(answers.get(Answers.SURNAME))));
    }

    private String reading(SurnameChoice choice) {
        String likeliest = choice.readings().get(0);
        String all = String.join(", ", choice.readings());
        String answer = session.ask(Message.of("cli.ask.surname", choice.surname(), all, likeliest))
                .orElse("");
        return answer.isEmpty() ? likeliest : answer;
    }

    private void requireFree(HostNames.Result result) {
        Optional<String> own = ownNameIn(result);
        if (own.isPresent()) {
            answers.put(Answers.HOST_NAME, own.get());
            return;
        }
        NameHolders holders = holders();
        Optional<Message> holder = holders.of(result.name());
        holder.ifPresent(who -> answers.put(Answers.HOST_NAME, another(who, result, holders)));
        tellSilence(result, holders);
    }

    private void tellSilence(HostNames.Result result, NameHolders holders) {
        holders.silent()
                .ifPresent(why -> told(Message.of("cli.name.not-asked", result.name(), why.tried(), why.said())));
    }

    /** The name that this computer has, or will have after a restart, where it is one of those that it may have. */
    private Optional<String> ownNameIn(HostNames.Result result) {
        List<String> own = windows.map(ComputerName::of)
                .map(name -> List.of(name.pending().orElse(""), name.active().orElse("")))
                .orElse(List.of());
        return Stream.concat(Stream.of(result.name()), numbered(result))
                .filter(name -> own.stream().anyMatch(name::equalsIgnoreCase))
                .findFirst();
    }

    private Stream<String> numbered(HostNames.Result result) {
        return rules.numberIfTaken() ? result.numbered().stream() : Stream.empty();
    }

    private static Optional<String> nextFree(HostNames.Result result, NameHolders holders) {
        return result.numbered().stream()
                .filter(name -> holders.of(name).isEmpty())
                .findFirst();
    }

    private String another(Message taken, HostNames.Result result, NameHolders holders) {
        Optional<String> free = nextFree(result, holders);
        if (free.isPresent() && rules.numberIfTaken()) {
            told(Message.of("cli.name.numbered", taken, free.get()));
            return free.get();
        }
        if (free.isPresent() && session.mayAsk()) {
            session.say(taken);
            if (session.confirms(Message.of("cli.name.take", free.get()))) {
                return free.get();
            }
        }
        Stream<Message> next = free.stream().map(name -> Message.of("cli.name.taken.number", name));
        throw new CommandFailure(
                ExitCode.REFUSED,
                Message.of("cli.name.taken", taken),
                Stream.concat(next, Stream.of(Message.of("cli.name.taken.insist", result.name())))
                        .toArray(Message[]::new));
    }
}
