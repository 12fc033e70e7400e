package io.fieldstick.userdata;

import java.util.Set;

/** Files of databases by the endings of their names: somebody's books, orders or card index, wherever they lie. */
final class DatabaseFiles {
    /**
     * Access, SQL Server, Firebird and InterBase, dBase and FoxPro, MySQL (MyISAM, InnoDB), Kingdee KIS (金蝶, an Access
     * file). Windows has some of these endings itself, so its own folders are left out.
     */
    static final Set<String> ENDINGS = Set.of(
            ".mdb", ".accdb", ".mdf", ".ndf", ".ldf", ".fdb", ".gdb", ".dbf", ".fpt", ".dbc", ".myd", ".myi", ".ibd",
            ".ais");

    private DatabaseFiles() {}
}
