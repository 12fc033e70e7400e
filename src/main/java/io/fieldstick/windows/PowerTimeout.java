package io.fieldstick.windows;

/** A time of rest after which something is switched off; the GUIDs are those of winnt.h. */
public enum PowerTimeout {
    MONITOR("7516b95f-f776-4464-8c53-06167f40cc99", "3c0bc021-c8a8-4e07-a973-6b14cbcb2b7e"),
    SLEEP("238c9fa8-0aad-41ed-83f4-97be242c8f20", "29f6c1db-86da-48c5-9fdb-f2b67b1f44da");

    private final String subgroup;
    private final String setting;

    PowerTimeout(String subgroup, String setting) {
        this.subgroup = subgroup;
        this.setting = setting;
    }

    public String subgroup() {
        return subgroup;
    }

    public String setting() {
        return setting;
    }
}
