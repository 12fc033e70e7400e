package io.fieldstick.setting.hostname;

import static io.fieldstick.setting.hostname.UserStyle.INITIALS;
import static io.fieldstick.setting.hostname.UserStyle.SURNAME_INITIALS;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.message.Language;
import io.fieldstick.message.Message;
import io.fieldstick.message.Messages;
import io.fieldstick.setting.hostname.HostNames.Result;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostNamesTest {
    private static final String PATTERN = "BCIA-{dept}-{user}";
    private static final Map<String, String> DEPARTMENTS = Map.of("信息技术部", "IT", "Finance", "FIN");

    @ParameterizedTest
    @CsvSource({
        "张三明, zhangsm",
        "单田芳, shantf",
        "仇英, qiuy",
        "曾国藩, zenggf",
        "解缙, xiej",
        "查良镛, zhaly",
        "区楚良, oucl",
        "任正非, renzf",
        "华罗庚, hualg",
        "缪荣, miaor",
        "朴树, piaos",
        "欧阳小红, ouyangxh",
        "司马光, simag",
        "诸葛亮, zhugel",
        "尉迟恭, yuchig",
        "万俟雪, moqix",
        "長孫無忌, zhangsunwj",
        "張三明, zhangsm",
        "令狐冲, linghuc",
        "爱新觉罗溥仪, aixinjueluopy",
        "欧阳, ouy",
        "张, zhang",
        "吕布, lvb",
        "贾宝玉, jiaby",
        "'张 三明', zhangsm",
        "张　三, zhangs",
        "'欧 阳小红', ouyxh",
        "张三2, zhangs2",
        "种师道, chongsd",
        "粘本盛, nianbs",
        "蔚明, yum",
        "銚期, yaoq",
        "計成, jic",
        "閭丘明, lvqium",
        "宁浩, ningh",
        "阿卜杜拉·买买提, abudulam",
        "阿卜杜拉•买买提, abudulam",
        "古丽·买买提·艾山, gulima",
        "张三明., zhangsm",
        "·张三明 2, zhangsm2",
        "阿卜杜拉．买买提, abudulam",
        "阿卜杜拉.买买提, abudulam",
        "John Smith, smithj",
        "'Smith, John Paul', smithjp",
        "José Müller, mullerj",
        "O'Brien, obrien",
        "Jean-Luc Picard, picardjl",
        "Łukasz Großmann, grossmannl",
        "Zhang San Ming, zhangsm",
        "Lyu Ming, lyum",
        "zhangsm, zhangsm",
        "ZhangSM, ZhangSM"
    })
    void aNameIsSpeltWithTheSurnameInFull(String person, String letters) {
        assertThat(user(person, SURNAME_INITIALS)).isEqualTo(letters);
    }

    @ParameterizedTest
    @CsvSource({
        "张三明, zsm",
        "欧阳小红, oyxh",
        "查良镛, zly",
        "单田芳, stf",
        "尉迟恭, ycg",
        "万俟雪, mqx",
        "阿卜杜拉·买买提, abdlmmt",
        "John Smith, sj"
    })
    void aNameIsSpeltWithFirstLettersOnly(String person, String letters) {
        assertThat(user(person, INITIALS)).isEqualTo(letters);
    }

    @Test
    void anAmbiguousSurnameIsSpeltTheLikelierWayAndTheOtherIsOffered() {
        for (String surname : List.of("覃", "乐", "盖", "翟", "郇")) {
            Result result = from("IT", surname + "明");
            assertThat(result.isUsable()).isTrue();
            assertThat(result.doubts()).as(surname).hasSize(1);
            assertThat(result.others()).as(surname).hasSize(1).doesNotContain(result.name());
        }
        assertThat(from("IT", "乐嘉").others()).containsExactly("BCIA-IT-lej");
        assertThat(words(from("IT", "乐嘉").doubts()))
                .containsExactly("the surname 乐 is read yue, le, depending on the family; yue was taken, otherwise "
                        + "say so with --set surname=le");
        assertThat(from("IT", "乐嘉").choice()).contains(new SurnameChoice("乐", List.of("yue", "le")));
        assertThat(from("IT", "张三").choice()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "乐嘉, le, lej",
        "乐嘉, YUE, yuej",
        "覃勇, tán, tany",
        "吕布, lü, lvb",
        "'欧 阳小红', ouyang, ouyangyxh",
        "约翰·史密斯, x, yuehans"
    })
    void aReadingThatSomebodyHasSaidIsTaken(String person, String reading, String letters) {
        Result result = said(person, reading);
        assertThat(result.name()).isEqualTo("BCIA-IT-" + letters);
        assertThat(result.choice()).isEmpty();
    }

    @Test
    void aReadingThatTheSurnameIsNotKnownToHaveIsTakenWithAWordAboutIt() {
        assertThat(words(said("覃勇", "wang").doubts()))
                .containsExactly("the surname 覃 is known to be read qin, tan; wang was taken because you said so");
        assertThat(said("覃勇", "tan").doubts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"q1n", "q-n", "勤", "abcdefghijklmnopqrstuvwxyz", "a b"})
    void aReadingThatIsNotLettersIsAProblem(String reading) {
        assertThat(said("覃勇", reading).problems())
                .extracting(Message::key)
                .containsExactly("host-name.problem.reading");
    }

    private static Result said(String person, String reading) {
        return new HostNames(NamingRules.of(PATTERN, DEPARTMENTS, SURNAME_INITIALS))
                .of(new Occupant("IT", person, Optional.of(reading)));
    }

    @Test
    void theProfileMaySayThatALongNameBecomesInitialsAndThatIsTold() {
        NamingRules rules =
                new NamingRules(PATTERN, DEPARTMENTS, SURNAME_INITIALS, LuSpelling.LV, Optional.of(INITIALS), false);
        Result result = new HostNames(rules).of(Occupant.of("IT", "欧阳小红"));
        assertThat(result.name()).isEqualTo("BCIA-IT-oyxh");
        assertThat(words(result.steps()))
                .contains("BCIA-IT-ouyangxh has 16 characters and Windows allows 15; by `if-too-long` of the profile "
                        + "the user becomes oyxh");
        assertThat(new HostNames(rules).of(Occupant.of("IT", "张三明")).name()).isEqualTo("BCIA-IT-zhangsm");
        assertThat(new HostNames(rules).of(Occupant.of("ABCDEFG", "欧阳小红")).isUsable())
                .isFalse();
    }

    @Test
    void aNumberForATakenNameStaysWithinTheFifteenCharacters() {
        assertThat(from("IT", "张三明").numbered())
                .startsWith("BCIA-IT-zhangs2", "BCIA-IT-zhangs3")
                .endsWith("BCIA-IT-zhang98", "BCIA-IT-zhang99")
                .hasSize(98)
                .allMatch(name -> HostNameRules.problemsOf(name).isEmpty());
        assertThat(from("IT", "李四").numbered()).startsWith("BCIA-IT-lis2");
        assertThat(from("XXJSB", "欧阳小红").numbered()).isEmpty();
    }

    @Test
    void aCharacterOfTheGivenNameWithTwoInitialsIsAskedAbout() {
        assertThat(from("IT", "王行").others()).containsExactly("BCIA-IT-wangh");
        assertThat(from("IT", "李莞").others()).containsExactly("BCIA-IT-liw");
        assertThat(from("IT", "李莘").others()).containsExactly("BCIA-IT-lix");
        assertThat(from("IT", "王小明").doubts()).isEmpty();
    }

    @Test
    void aSurnameThatIsNoneIsAskedAbout() {
        assertThat(from("IT", "的明").doubts()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "贺兰英, hely, helany",
        "佟佳音, tongjy, tongjiay",
        "佟佳德明, tongjiadm, tongjdm",
        "宗政伟, zongzhengw, zongzw",
        "闻人, wenr,",
        "闻人杰, wenrenj, wenrj",
        "欧阳修, ouyangx,"
    })
    void whereTheSurnameMayEndElsewhereIsAskedAbout(String person, String letters, String other) {
        Result result = with("{user}", person);
        assertThat(result.name()).isEqualTo(letters);
        assertThat(result.others())
                .containsExactlyElementsOf(Optional.ofNullable(other).stream().toList());
        assertThat(result.doubts()).hasSize(other == null ? 0 : 1);
        assertThat(with("{user}", person.charAt(0) + " " + person.substring(1)).doubts())
                .isEmpty();
    }

    @Test
    void whereTheSurnameMayEndIsToldWithWhatToDo() {
        assertThat(words(with("{user}", "贺兰英").doubts()))
                .containsExactly("贺 was taken for the surname; if it is 贺兰, put a space after it, or give the user as "
                        + "helany");
    }

    @ParameterizedTest
    @ValueSource(strings = {"王々", "王⻄", "王㛃", "王𫖯", "王〇"})
    void aCharacterWhoseReadingIsNotKnownIsNamed(String person) {
        assertThat(words(from("IT", person).problems()))
                .containsExactly("the reading of " + person.substring(1) + " in " + person + " is not known");
    }

    @Test
    void luIsSpeltByChoice() {
        assertThat(spelt(LuSpelling.LV, "吕布")).isEqualTo("lvb");
        assertThat(spelt(LuSpelling.LYU, "吕布")).isEqualTo("lyub");
        assertThat(spelt(LuSpelling.LU, "吕布")).isEqualTo("lub");
        assertThat(spelt(LuSpelling.LV, "Lü Bu")).isEqualTo("lvb");
        assertThat(spelt(LuSpelling.LYU, "Lǚ Bu")).isEqualTo("lyub");
        assertThat(spelt(LuSpelling.LV, "Hans Lüders")).isEqualTo("ludersh");
        assertThat(spelt(LuSpelling.LYU, "闾丘明")).isEqualTo("lyuqium");
        assertThat(spelt(LuSpelling.LYU, "耶律楚材")).isEqualTo("yelyucc");
    }

    @Test
    void everyResultSaysHowItCameAbout() {
        assertThat(words(from("信息技术部", "张三明").steps()))
                .containsExactly(
                        "the department 信息技术部 is written IT, by `departments` in the profile",
                        "the surname 张 is read zhang",
                        "of the given name 三明 the first letters are taken: sm",
                        "the pattern gives BCIA-IT-zhangsm: 15 of 15 characters");
    }

    @Test
    void aNameThatIsTooLongIsNeverCutAndTheBudgetIsShown() {
        Result result = from("XXJSB", "欧阳小红");

        assertThat(result.name()).isEqualTo("BCIA-XXJSB-ouyangxh");
        assertThat(words(result.problems()))
                .containsExactly("the host name `BCIA-XXJSB-ouyangxh` has 19 characters, Windows allows 15");
        assertThat(words(result.help()))
                .containsExactly(
                        "the pattern takes 6 characters, the department XXJSB takes 5, the user ouyangxh takes 8: 4 "
                                + "too many",
                        "with `user-style: initials` in the profile it would be BCIA-XXJSB-oyxh, 15 characters",
                        "or give the department XXJSB a shorter code in `departments` of the profile");
    }

    @Test
    void aDepartmentIsFoundByItsNameWithoutRegardToCase() {
        assertThat(from("finance", "li").name()).isEqualTo("BCIA-FIN-li");
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put("HR", "H1");
        codes.put("hr", "H2");
        HostNames names = new HostNames(NamingRules.of("{dept}", codes, INITIALS));
        assertThat(List.of("HR", "hr", "Hr"))
                .map(dept -> names.of(Occupant.of(dept, "")).name())
                .containsExactly("H1", "H2", "H1");
    }

    @Test
    void aChineseDepartmentWithoutAShortCodeIsAProblem() {
        assertThat(words(from("财务部", "张三").problems())).containsExactly("the department 财务部 has no short code");
    }

    @Test
    void whatIsMissingIsSaidAtOnce() {
        assertThat(from(" ", "").problems())
                .extracting(Message::key)
                .containsExactly("host-name.problem.no-department", "host-name.problem.no-user");
    }

    @Test
    void aPatternWithoutPlacesNeedsNoAnswers() {
        assertThat(new HostNames(NamingRules.of("KIOSK-1", Map.of(), INITIALS))
                        .of(Occupant.of("", ""))
                        .name())
                .isEqualTo("KIOSK-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"张San", "さくら", "Иванов", "김철수", "张三(外包)", "···", "-.-", "\uD840\uDC00三", "张\uD840三", "李😀"})
    void whatIsNoNameIsAProblemAndNothingElse(String person) {
        Result result = from("IT", person);
        assertThat(result.isUsable()).as(result.name()).isFalse();
        assertThat(result.help()).isNotEmpty();
    }

    @Test
    void aNameOfAMegabyteIsAProblem() {
        assertThat(from("IT", "张".repeat(1 << 20)).isUsable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"BCIA-IT-zhangsm", "a", "PC-01", "1a"})
    void aGoodHostNameHasNoProblems(String name) {
        assertThat(HostNameRules.problemsOf(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', empty", "ABCDEFGHIJKLMNOP, too-long", "-a, hyphen", "a-, hyphen", "12345, only-digits",
        "gateway, reserved", "Gw, reserved", "tac, reserved", "ba, reserved", "Localhost, reserved",
        "张三, characters", "a_b, characters", "a.b, characters", "'a b', characters", "a\u0000b, characters"
    })
    void everyRuleOfWindowsIsKept(String name, String problem) {
        assertThat(HostNameRules.problemsOf(name))
                .extracting(Message::key)
                .containsExactly("host-name.problem." + problem);
    }

    @Test
    void theCharactersThatAreRefusedAreNamed() {
        assertThat(words(HostNameRules.problemsOf("张 三_")))
                .containsExactly("the host name `张 三_` has characters that a host name must not have: 张 ' ' 三 _; "
                        + "letters a to z, digits and hyphens are allowed");
    }

    private static String spelt(LuSpelling lu, String person) {
        NamingRules rules = NamingRules.of("{user}", Map.of(), SURNAME_INITIALS).writing(lu);
        return new HostNames(rules).of(Occupant.of("", person)).name();
    }

    private static String user(String person, UserStyle style) {
        return new HostNames(NamingRules.of("{user}", Map.of(), style))
                .of(Occupant.of("", person))
                .name();
    }

    private static Result with(String pattern, String person) {
        return new HostNames(NamingRules.of(pattern, Map.of(), SURNAME_INITIALS)).of(Occupant.of("", person));
    }

    private static Result from(String dept, String person) {
        return new HostNames(NamingRules.of(PATTERN, DEPARTMENTS, SURNAME_INITIALS)).of(Occupant.of(dept, person));
    }

    private static List<String> words(List<Message> messages) {
        return messages.stream().map(Messages.in(Language.ENGLISH)::text).toList();
    }
}
