package io.fieldstick.setting.hostname;

import io.fieldstick.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes host names of the profile's pattern, a department and a person. */
public final class HostNames {
    /** What a pattern may have in braces. */
    public static final Set<String> PLACEHOLDERS = Set.of("dept", "user");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    /** The last number that a name that is taken can get. */
    private static final int MOST_NUMBERED = 99;

    private final NamingRules rules;
    private @Nullable PersonNames spelling;

    public HostNames(NamingRules rules) {
        this.rules = rules;
    }

    /** The tables are read once, and only where there is something to spell. */
    private PersonNames spelling() {
        if (spelling == null) {
            spelling = PersonNames.load(rules.lu());
        }
        return spelling;
    }

    /**
     * A host name and how it came about.
     *
     * @param name the name as the pattern gives it; only to be used where there are no problems
     * @param steps how it came about, in order
     * @param doubts where a person should be asked, because another spelling is as likely
     * @param others the names that those other spellings give
     * @param choice the surname whose reading a person can tell, where it is one of several
     * @param numbered the name with 2, 3 ... for where it is taken, in the order in which to try them
     * @param problems why the name cannot be used
     * @param help what can be done about the problems
     */
    public record Result(
            String name,
            List<Message> steps,
            List<Message> doubts,
            List<String> others,
            Optional<SurnameChoice> choice,
            List<String> numbered,
            List<Message> problems,
            List<Message> help) {
        public Result {
            steps = List.copyOf(steps);
            doubts = List.copyOf(doubts);
            others = List.copyOf(others);
            numbered = List.copyOf(numbered);
            problems = List.copyOf(problems);
            help = List.copyOf(help);
        }

        public boolean isUsable() {
            return problems.isEmpty();
        }
    }

    /** Why no name that {@code pattern} gives can be a host name, whoever it is for; none where some can. */
    public static List<Message> problemsOf(String pattern) {
        List<Message> problems = new ArrayList<>();
        String fixed = PLACEHOLDER.matcher(pattern).replaceAll("");
        String refused = HostNameRules.charactersRefusedIn(fixed);
        if (!refused.isEmpty()) {
            problems.add(Message.of("host-name.problem.pattern-characters", refused));
        }
        long shortest = fixed.length() + PLACEHOLDER.matcher(pattern).results().count();
        if (shortest > HostNameRules.MOST_CHARACTERS) {
            problems.add(Message.of("host-name.problem.pattern-long", fixed.length(), HostNameRules.MOST_CHARACTERS));
        }
        return problems;
    }

    /** The host name for {@code occupant}. */
    public Result of(Occupant occupant) {
        return new Making(occupant).result();
    }

    /** One host name in the making. */
    private final class Making {
        private final Occupant occupant;
        private final List<Message> steps = new ArrayList<>();
        private final List<Message> doubts = new ArrayList<>();
        private final List<String> others = new ArrayList<>();
        private final List<Message> problems = new ArrayList<>();
        private final List<Message> help = new ArrayList<>();
        private Optional<SurnameChoice> choice = Optional.empty();

        Making(Occupant occupant) {
            this.occupant = occupant;
        }

        Result result() {
            String code = rules.pattern().contains("{dept}") ? departmentCode() : "";
            String letters = rules.pattern().contains("{user}") ? userLetters(code) : "";
            if (problems.isEmpty()) {
                letters = fitting(code, letters);
                String name = fill(code, letters);
                problems.addAll(HostNameRules.problemsOf(name));
                steps.add(Message.of("host-name.step.filled", name, name.length(), HostNameRules.MOST_CHARACTERS));
                adviseOnLength(name, code, letters);
            }
            List<String> numbered = problems.isEmpty() ? numbered(code, letters) : List.of();
            return new Result(fill(code, letters), steps, doubts, others, choice, numbered, problems, help);
        }

        /** The rules may say that a name that is too long is spelt another way; it is told, and nothing is cut. */
        private String fitting(String code, String letters) {
            String name = fill(code, letters);
            if (name.length() <= HostNameRules.MOST_CHARACTERS || !isSpelt()) {
                return letters;
            }
            Optional<Spelling> shorter = rules.ifTooLong().map(this::spelt);
            shorter.ifPresent(spelt -> {
                steps.add(Message.of(
                        "host-name.step.too-long", name, name.length(), HostNameRules.MOST_CHARACTERS, spelt.text()));
                doubtsOf(spelt, code);
            });
            return shorter.map(Spelling::text).orElse(letters);
        }

        private void doubtsOf(Spelling spelt, String code) {
            doubts.clear();
            others.clear();
            doubts.addAll(spelt.doubts());
            spelt.others().forEach(other -> others.add(fill(code, other)));
            choice = spelt.choice();
        }

        private boolean isSpelt() {
            return rules.pattern().contains("{user}") && !PersonNames.isReady(occupant.user());
        }

        private Spelling spelt(UserStyle style) {
            return spelling().spell(occupant.user(), style, occupant.surname());
        }

        /** With 2, 3 ... after the user; where there is no room for it, it takes the place of the user's last letters. */
        private List<String> numbered(String code, String letters) {
            List<String> numbered = new ArrayList<>();
            for (int number = 2; number <= MOST_NUMBERED; number++) {
                String digits = Integer.toString(number);
                int room = HostNameRules.MOST_CHARACTERS - fill(code, "").length() - digits.length();
                int kept = Math.min(letters.length(), room);
                if (kept > 0) {
                    numbered.add(fill(code, letters.substring(0, kept) + digits));
                }
            }
            return numbered;
        }

        private String departmentCode() {
            String dept = occupant.dept();
            Optional<String> known = knownDepartment(dept);
            if (known.isPresent()) {
                String shortCode = String.valueOf(rules.departments().get(known.get()));
                steps.add(Message.of("host-name.step.department", known.get(), shortCode));
                return shortCode;
            }
            if (dept.isEmpty()) {
                problems.add(Message.of("host-name.problem.no-department"));
            } else if (!dept.chars().allMatch(c -> c < 0x80)) {
                problems.add(Message.of("host-name.problem.department-code", dept));
                help.add(Message.of("host-name.help.department-code", dept));
            } else {
                steps.add(Message.of("host-name.step.as-given", dept));
            }
            return dept;
        }

        /** As the profile writes it; whatever its case where no other is that very text. */
        private Optional<String> knownDepartment(String dept) {
            return rules.departments().containsKey(dept)
                    ? Optional.of(dept)
                    : rules.departments().keySet().stream()
                            .filter(dept::equalsIgnoreCase)
                            .findFirst();
        }

        private String userLetters(String code) {
            String user = occupant.user();
            if (user.isEmpty()) {
                problems.add(Message.of("host-name.problem.no-user"));
                return "";
            }
            if (PersonNames.isReady(user)) {
                steps.add(Message.of("host-name.step.as-given", user));
                return user;
            }
            Spelling spelt = spelt(rules.style());
            steps.addAll(spelt.steps());
            doubtsOf(spelt, code);
            problems.addAll(spelt.problems());
            if (!spelt.problems().isEmpty()) {
                help.add(Message.of("host-name.help.user"));
            }
            return spelt.text();
        }

        private String fill(String code, String letters) {
            return PLACEHOLDER
                    .matcher(rules.pattern())
                    .replaceAll(place -> Matcher.quoteReplacement(value(place, code, letters)));
        }

        private String value(MatchResult place, String code, String letters) {
            String placeholder = place.group(1).toLowerCase(Locale.ROOT);
            if (placeholder.equals("dept")) {
                return code;
            }
            return placeholder.equals("user") ? letters : place.group();
        }

        /** Says what takes how much of the budget and what would give way; the name itself is never cut. */
        private void adviseOnLength(String name, String code, String letters) {
            int over = name.length() - HostNameRules.MOST_CHARACTERS;
            if (over <= 0) {
                return;
            }
            int fixed = fill("", "").length();
            help.add(Message.of("host-name.help.budget", fixed, code, code.length(), letters, letters.length(), over));
            if (rules.style() != UserStyle.INITIALS && rules.ifTooLong().isEmpty() && isSpelt()) {
                String shorter = fill(code, spelt(UserStyle.INITIALS).text());
                help.add(Message.of("host-name.help.initials", shorter, shorter.length()));
            }
            if (code.length() > 1) {
                help.add(Message.of("host-name.help.departments", occupant.dept()));
            }
        }
    }
}
