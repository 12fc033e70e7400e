package io.fieldstick.setting.hostname;

import io.fieldstick.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes host names of the profile's pattern, a department and a person. */
public final class HostNames {
    /** What a pattern may have in braces. */
    public static final Set<String> PLACEHOLDERS = Set.of("dept", "user");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    private final String pattern;
    private final Map<String, String> departments;
    private final UserStyle style;
    private final LuSpelling lu;

    /** {@code departments}: short codes by the department's name. */
    public HostNames(String pattern, Map<String, String> departments, UserStyle style, LuSpelling lu) {
        this.pattern = pattern;
        this.departments = Map.copyOf(departments);
        this.style = style;
        this.lu = lu;
    }

    /**
     * A host name and how it came about.
     *
     * @param name the name as the pattern gives it; only to be used where there are no problems
     * @param steps how it came about, in order
     * @param doubts where a person should be asked, because another spelling is as likely
     * @param others the names that those other spellings give
     * @param problems why the name cannot be used
     * @param help what can be done about the problems
     */
    public record Result(
            String name,
            List<Message> steps,
            List<Message> doubts,
            List<String> others,
            List<Message> problems,
            List<Message> help) {
        public Result {
            steps = List.copyOf(steps);
            doubts = List.copyOf(doubts);
            others = List.copyOf(others);
            problems = List.copyOf(problems);
            help = List.copyOf(help);
        }

        public boolean isUsable() {
            return problems.isEmpty();
        }
    }

    /** As {@link #from(String, String)}, in one call, with 吕 as {@code lv}. */
    public static Result from(
            String pattern, String dept, String user, Map<String, String> departments, UserStyle style) {
        return new HostNames(pattern, departments, style, LuSpelling.LV).from(dept, user);
    }

    /**
     * The host name for {@code dept}, which is a name or a code of {@code departments} or any other code, and
     * {@code user}, which is a person's name or the user part itself.
     */
    public Result from(String dept, String user) {
        return new Making(dept.strip(), user.strip()).result();
    }

    /** One host name in the making. */
    private final class Making {
        private final String dept;
        private final String user;
        private final List<Message> steps = new ArrayList<>();
        private final List<Message> doubts = new ArrayList<>();
        private final List<String> others = new ArrayList<>();
        private final List<Message> problems = new ArrayList<>();
        private final List<Message> help = new ArrayList<>();

        Making(String dept, String user) {
            this.dept = dept;
            this.user = user;
        }

        Result result() {
            String code = pattern.contains("{dept}") ? departmentCode() : "";
            String letters = pattern.contains("{user}") ? userLetters(code) : "";
            String name = fill(code, letters);
            if (problems.isEmpty()) {
                problems.addAll(HostNameRules.problemsOf(name));
                steps.add(Message.of("host-name.step.filled", name, name.length(), HostNameRules.MOST_CHARACTERS));
                adviseOnLength(name, code, letters);
            }
            return new Result(name, steps, doubts, others, problems, help);
        }

        private String departmentCode() {
            for (Map.Entry<String, String> department : departments.entrySet()) {
                if (department.getKey().equalsIgnoreCase(dept)) {
                    steps.add(Message.of("host-name.step.department", department.getKey(), department.getValue()));
                    return department.getValue();
                }
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

        private String userLetters(String code) {
            if (user.isEmpty()) {
                problems.add(Message.of("host-name.problem.no-user"));
                return "";
            }
            if (PersonNames.isReady(user)) {
                steps.add(Message.of("host-name.step.as-given", user));
                return user;
            }
            Spelling spelling = PersonNames.load(lu).spell(user, style);
            steps.addAll(spelling.steps());
            doubts.addAll(spelling.doubts());
            spelling.others().forEach(other -> others.add(fill(code, other)));
            problems.addAll(spelling.problems());
            if (!spelling.problems().isEmpty()) {
                help.add(Message.of("host-name.help.user"));
            }
            return spelling.text();
        }

        private String fill(String code, String letters) {
            return PLACEHOLDER
                    .matcher(pattern)
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
            if (style != UserStyle.INITIALS && !PersonNames.isReady(user)) {
                String shorter = fill(
                        code,
                        PersonNames.load(lu).spell(user, UserStyle.INITIALS).text());
                help.add(Message.of("host-name.help.initials", shorter, shorter.length()));
            }
            if (code.length() > 1) {
                help.add(Message.of("host-name.help.departments", dept));
            }
        }
    }
}
