package io.fieldstick.profile.roster;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a column of the roster can say, and the headings by which it is known. */
enum Column {
    SERIAL("serial", "serialnumber", "serialno", "sn", "序列号", "主机序列号", "出厂编号", "机身序列号"),
    MAC("mac", "macaddress", "mac地址", "物理地址", "网卡地址", "网卡mac"),
    DEPT("dept", "department", "部门", "科室", "所属部门"),
    USER("user", "username", "name", "用户", "姓名", "使用人", "使用者", "用户姓名"),
    SURNAME("surname", "surnamereading", "姓氏读音", "姓的读音", "姓氏拼音"),
    ROOM("room", "房间", "房间号", "办公室", "位置"),
    SOCKET("socket", "outlet", "port", "插座", "信息点", "信息点编号", "网口", "面板号", "端口");

    private static final Pattern IGNORED = Pattern.compile("[\\s_./-]+");

    /** With a blank before and after each; the first is its heading in messages. */
    private final String headings;

    Column(String... headings) {
        this.headings = " " + String.join(" ", headings) + " ";
    }

    /** The column of that heading, whatever its case, blanks and hyphens. */
    static Optional<Column> of(String heading) {
        String plain = IGNORED.matcher(heading.toLowerCase(Locale.ROOT)).replaceAll("");
        return Stream.of(values())
                .filter(column -> column.headings.contains(" " + plain + " "))
                .findFirst();
    }

    /** The heading in messages. */
    String heading() {
        return headings.strip().split(" ", 2)[0];
    }
}
