package guichet.core.secrets;

import java.util.List;

/** Commands and code that take a password without naming it, or behind an option of one letter. */
final class Commands {
    /** In quotes or up to a blank; not an option, a number of a port, or a variable. */
    private static final String VALUE = "[\"']?(?![-$<{\\[\"'])(?!\\d{1,5}(?:\\s|$))"
            + "((?<=\")[^\"\\n]{3,80}|(?<=')[^'\\n]{3,80}|[^\\s\"']{4,80})";
    /** Of a line before it. */
    private static final String REST = "[^\\n|]{0,160}?\\s";

    static final List<Shape> ALL = List.of(
            Shape.of(
                    "(?<=\\s)(?:-u|-U|--user|--proxy-user)[ =]?[\"']?[^\\s:\"'%<]{1,60}[:%]([^\\s\"'<$]{3,80})",
                    "-u", "--user", "--proxy-user"),
            option("(?:mysql|mysqldump|mysqladmin|mariadb|mariadb-dump)", "-p", "mysql", "mariadb"),
            option(
                    "(?:mongo|mongosh|mongodump|mongorestore|sshpass|7z|7za|rar|unrar)",
                    "-p ?",
                    "mongo",
                    "sshpass",
                    "7z",
                    "rar"),
            option("(?:docker|podman|helm|oc|az|nerdctl)\\s(?:registry\\s)?login", "(?:-p|--password)[ =]", "login"),
            option(
                    "(?:psexec|psexec64|xfreerdp|wfreerdp|tsm|winexe)",
                    "(?:-p |/p:)",
                    "psexec",
                    "freerdp",
                    "tsm",
                    "winexe"),
            option("(?:sqlcmd|isql|osql|bcp|tsql|unzip)", "-P ?", "sqlcmd", "isql", "osql", "tsql", "bcp", "unzip"),
            option("(?:ldapsearch|ldapmodify|ldapadd|ldapwhoami|ldapdelete|ldappasswd)", "-w ?", "ldap"),
            option("(?:redis-cli)", "-a ", "redis-cli"),
            option("ssh-keygen", "-[NP] ", "ssh-keygen"),
            Shape.of("(?i)\\bnet use\\b[^\\n]{0,160}?/user:\\S{1,80}\\s(?![/-])(\\S{3,80})", "net use"),
            Shape.of("(?i)\\bnet use\\s\\S{1,80}\\s\\\\\\\\\\S{1,100}\\s(?![/-])(\\S{3,80})\\s/user:", "net use"),
            Shape.of("(?i)\\bnet user\\s(?![/-])\\S{1,80}\\s(?![/-])(\\S{4,80})(?=\\s|$)", "net user"),
            Shape.of("(?i)\\bcmdkey\\b[^\\n]{0,160}?/pass:(\\S{3,80})", "cmdkey"),
            Shape.of("\\bhtpasswd\\s-\\w{0,6}b\\w{0,6}\\s\\S{1,100}\\s\\S{1,60}\\s(\\S{3,80})", "htpasswd"),
            Shape.of(
                    "\\becho\\s[\"']?(?:[A-Za-z0-9._-]{1,40}:)?([^\\s\"':]{4,80})[\"']?\\s?\\|\\s?(?:sudo|"
                            + "chpasswd|passwd|docker login)",
                    "echo"),
            Shape.of("(?i)\\bidentified\\s(?:with\\s\\S{1,40}\\s)?by\\s[\"']([^\"'\\n]{3,80})[\"']", "identified"),
            Shape.of("(?i)\\bConvertTo-SecureString\\s(?:-String\\s)?[\"']([^\"'\\n]{3,80})[\"']", "securestring"),
            Shape.of("(?i)\\brequirepass\\s(\\S{4,80})", "requirepass"),
            Shape.of(
                    "(?i)\\b(?:auth\\s?=\\s?\\(|HTTPBasicAuth\\(|NetworkCredential\\(|login\\(|authenticate\\(|"
                            + "credentials\\(|connect\\()\\s?[\"'][^\"'\\n]{1,60}[\"'],\\s?[\"']([^\"'\\n]{3,80})[\"']",
                    "auth",
                    "credential",
                    "login(",
                    "connect("),
            Shape.of(
                    "(?i)\\bgetConnection\\([^,\\n]{1,150},\\s?\"[^\"\\n]{1,60}\",\\s?\"([^\"\\n]{2,80})\"",
                    "getconnection"),
            Shape.of("(?i)\\bmachine\\s\\S{1,80}\\s{1,3}login\\s\\S{1,60}\\s{1,3}password\\s(\\S{3,80})", "machine "),
            Shape.of(
                    "(?i)(?<![\\w/])(?:u|l|id|user|login)\\s?[:=]\\s?\\S{1,40}[\\s/,;|"
                            + "-]{1,5}p\\s?[:=]\\s?(\\S{3,60})",
                    "p:",
                    "p :",
                    "p=",
                    "p ="),
            Shape.of(
                    "(?i)(?:jdbc:oracle:thin:|sqlplus\\s(?:-\\w\\s)?)[^\\s/@]{1,40}/([^@\\s/]{2,60})@",
                    "oracle",
                    "sqlplus"),
            Shape.of(
                    "(?m)^[^\\s:]{2,80}:(?:1433|1521|3306|5432|5433|6432|"
                            + "\\*):[^\\s:]{1,60}:[^\\s:]{1,60}:(\\S{3,80})$",
                    ":1433:",
                    ":1521:",
                    ":3306:",
                    ":543",
                    ":6432:",
                    ":*:")); // .pgpass

    private Commands() {}

    private static Shape option(String command, String flag, String... signs) {
        return Shape.of("(?i)(?<![\\w/.-])" + command + "(?:\\s|" + REST + ")(?-i:" + flag + ")" + VALUE, signs);
    }
}
