package org.mingzhang.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.SearchRequest;

/** Requests made of what the portal knows and of what strangers send, at random. */
final class RandomRequest {
  private static final List<String> ROUTES =
      List.of(
          "/",
          "/search",
          "/search",
          "/search",
          "/search/facet",
          "/search.atom",
          "/search.json-feed",
          "/suggest",
          "/batch",
          "/compare",
          "/compare.svg",
          "/compare.csv",
          "/compare.xlsx",
          "/compare/sections",
          "/indicators",
          "/coverage",
          "/changes",
          "/changes.atom",
          "/regions",
          "/regions/{}/{}",
          "/help",
          "/rules",
          "/about",
          "/api",
          "/api/v1/search",
          "/api/v1/search",
          "/api/v1/facet",
          "/api/v1/suggest",
          "/api/v1/batch",
          "/api/v1/export",
          "/api/v1/coverage",
          "/api/v1/changes",
          "/api/v1/rules",
          "/api/v1/compare",
          "/api/v1/disclosures/{}",
          "/api/v1/sections/{}/{}",
          "/api/v1/openapi.json",
          "/api/v1/admin/status",
          "/api/v1/admin/documents",
          "/api/v1/admin/documents/{}/{}",
          "/admin",
          "/admin/upload",
          "/admin/login",
          "/admin/logout",
          "/admin/sessions/end",
          "/admin/{}",
          "/d/{}",
          "/d/{}/record.json",
          "/d/{}/original",
          "/d/{}/pages",
          "/d/{}/changes",
          "/d/{}/cite",
          "/d/{}/tables/{}",
          "/d/{}/tables/0.csv",
          "/d/{}/indicators.{}",
          "/d/{}/figures.xlsx",
          "/d/{}/findings.csv",
          "/d/{}/{}",
          "/d/{}/{}/cite",
          "/embed/d/{}/{}",
          "/oembed",
          "/opensearch.xml",
          "/sitemap.xml",
          "/sitemap-{}.xml",
          "/robots.txt",
          "/static/{}/{}",
          "/static/pdfjs/{}",
          "/health/live",
          "/health/ready",
          "/metrics",
          "/{}",
          "/{}/{}/{}");

  private static final List<String> NAMES = new ArrayList<>();
  private static final List<String> VALUES = new ArrayList<>();

  static {
    NAMES.addAll(
        List.of(
            "q",
            "q",
            "q",
            "q",
            "q",
            "scope",
            "scope",
            "sort",
            "group",
            "size",
            "page",
            "after",
            "lang",
            "format",
            "view",
            "severity",
            "v",
            "dimension",
            "find",
            "kind",
            "name",
            "measure",
            "chart",
            "agency",
            "at",
            "add",
            "a",
            "b",
            "section",
            "show",
            "url",
            "maxwidth",
            "key",
            "queries",
            "quote",
            "reason",
            "",
            "q[]",
            "%00"));
    for (FacetDimension dimension : FacetDimension.values()) {
      NAMES.add(dimension.id());
      NAMES.add("not." + dimension.id());
      VALUES.add(dimension.id());
    }
    for (SearchScope scope : SearchScope.values()) {
      VALUES.add(scope.id());
      VALUES.add(scope.name());
    }
    for (SearchRequest.Sort sort : SearchRequest.Sort.values()) {
      VALUES.add(sort.id());
    }
    VALUES.addAll(
        List.of(
            "qsqzgh-2024-bmjs",
            "htx-2022-qt",
            "qk-sgjf-ztqk",
            "qk",
            "三公",
            "预算 经费",
            "2024",
            "23年 预算",
            "year:2024 三公",
            "\"公务接待\"~3",
            "三?费",
            "经*费",
            "-三公",
            "三公 OR 经费",
            "document",
            "csv",
            "xlsx",
            "jsonl",
            "ris",
            "bibtex",
            "en",
            "zh-Hant",
            "figure",
            "indicator",
            "topic",
            "0",
            "1",
            "-1",
            "100",
            "101",
            "2147483648",
            "99999999999999999999",
            "1e9",
            "NaN",
            "0x10",
            "",
            " ",
            "-",
            "*",
            "?",
            "**",
            "a\u0000b",
            "\n",
            "\r\nX: y",
            "\t=1+1",
            "%",
            "%%",
            "&",
            "=",
            "..",
            "../../etc/passwd",
            "/",
            "//",
            "\\",
            "C:\\",
            "a/b/c",
            "null",
            "true",
            "{}",
            "[]",
            "<script>alert(1)</script>",
            "'\"><img src=x onerror=alert(1)>",
            "${7*7}",
            "#{x}",
            "(((((((((((((((((((((((((((((",
            "\"",
            "\"\"",
            "“”",
            "~",
            "~~~",
            "三公~9",
            "abc~1",
            "a~2147483648",
            "amount:",
            "amount:>",
            "amount:1..",
            "amount:..99999999999999999999999999999",
            "score:>=NaN",
            "amount:1e400",
            "year:0..99999999999",
            "lost:-5",
            "title:",
            "title:(",
            "title:*",
            "NOT",
            "OR",
            "AND AND",
            "NOT NOT NOT a",
            "+-+-a",
            "\uD83D\uDE00",
            "\uD840\uDC00",
            "\u202E",
            "\uFEFF",
            "\u0301",
            "ﷺ".repeat(50),
            "е́",
            "ＡＢＣ",
            "＝1+1",
            "１２３",
            "①",
            "㎡",
            "𠀀?𠀁"));
    VALUES.add(String.join("?", "预算公开绩效管理目标完成情况三公经费支出决算收入总计部门单位基本项目人员公用财政拨款".split("", -1)));
    VALUES.add("? ".repeat(300));
    VALUES.add("三?公 ".repeat(200));
    VALUES.add("ab cd ".repeat(160));
    VALUES.add("(".repeat(900));
    VALUES.add("-".repeat(900) + "a");
    VALUES.add("\"三 公\"~3 ".repeat(100));
    VALUES.add("\"" + "三 公 经 费 ".repeat(60) + "\"~9");
    VALUES.add("预".repeat(3000));
    VALUES.add("20" + "24 20".repeat(150));
    VALUES.add("*预".repeat(300));
    VALUES.add("a".repeat(5000));
  }

  private static final List<String> RAW =
      List.of(
          "%", "%zz", "%00", "%ff%fe", "%ED%A0%80", "%C0%AF", "%2e%2e%2f", ";a=b", "%252f", "+");
  private static final List<String> ACCEPTS =
      List.of(
          "text/html",
          "application/json",
          "*/*",
          "",
          "x",
          "application/json;q=x",
          "a/b,".repeat(200));
  private static final List<String> HEADERS =
      List.of(
          "Range: bytes=99999999999-",
          "Range: bytes=0-1,3-4,-1",
          "If-None-Match: *",
          "If-None-Match: W/\"",
          "If-Modified-Since: never",
          "Accept-Encoding: gzip;q=, br, *",
          "Accept-Language: zh-".repeat(1) + "x".repeat(300),
          "Authorization: Basic !!!!",
          "Authorization: Basic " + "QQ==",
          "Authorization: Bearer ",
          "Cookie: =;=;;=\"",
          "Cookie: mingzhang-session=" + "x".repeat(43),
          "Origin: null",
          "X-Forwarded-For: 1.2.3.4, x",
          "Sec-Fetch-Site: cross-site",
          "Content-Encoding: gzip",
          "Expect: 100-continue",
          "Expect: something",
          "Upgrade: websocket",
          "Referer: \u0001");
  private static final List<String> TYPES =
      List.of(
          "application/x-www-form-urlencoded",
          "application/x-www-form-urlencoded; charset=nonsense",
          "text/plain",
          "text/plain; charset=nonsense",
          "text/plain;charset=utf-16",
          "multipart/form-data; boundary=b",
          "multipart/form-data",
          "multipart/form-data; boundary=",
          "application/json",
          "x",
          "");

  private final Random random;

  RandomRequest(Random random) {
    this.random = random;
  }

  private <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** A whole request as it goes over the line; its connection is to be closed after it. */
  byte[] next() {
    String method =
        switch (random.nextInt(20)) {
          case 0, 1 -> "HEAD";
          case 2, 3, 4 -> "POST";
          case 5 -> oneOf(List.of("PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "FROB", "get"));
          default -> "GET";
        };
    StringBuilder head = new StringBuilder(method).append(' ').append(path());
    head.append(query()).append(" HTTP/1.1\r\nHost: ").append(host()).append("\r\n");
    String accept = oneOf(ACCEPTS);
    if (!accept.isEmpty()) {
      head.append("Accept: ").append(accept).append("\r\n");
    }
    if (random.nextInt(4) == 0) {
      head.append(oneOf(HEADERS)).append("\r\n");
    }
    head.append("Connection: close\r\n");
    byte[] body = new byte[0];
    if (method.equals("POST") || random.nextInt(30) == 0) {
      String type = oneOf(TYPES);
      body = body(type).getBytes(StandardCharsets.UTF_8);
      if (!type.isEmpty()) {
        head.append("Content-Type: ").append(type).append("\r\n");
      }
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    byte[] all = java.util.Arrays.copyOf(start, start.length + body.length);
    System.arraycopy(body, 0, all, start.length, body.length);
    return all;
  }

  private String host() {
    return random.nextInt(10) > 0
        ? "127.0.0.1"
        : oneOf(List.of("evil.example", "a:b", "[::1]:99", "x".repeat(300), "\"", ""));
  }

  private String path() {
    StringBuilder path = new StringBuilder();
    for (String part : oneOf(ROUTES).split("(?<=\\{\\})|(?=\\{\\})", -1)) {
      path.append(part.equals("{}") ? segment() : part);
    }
    return path.toString();
  }

  private String segment() {
    if (random.nextInt(8) == 0) {
      return oneOf(RAW);
    }
    String value =
        random.nextInt(2) == 0
            ? oneOf(List.of("qsqzgh-2024-bmjs", "htx-2022-qt", "qk-sgjf-ztqk", "qk", "1", "csv"))
            : oneOf(VALUES);
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private String query() {
    StringBuilder query = new StringBuilder();
    for (int n = random.nextInt(5); n > 0; n--) {
      query.append(query.isEmpty() ? '?' : '&').append(oneOf(NAMES)).append('=');
      query.append(random.nextInt(12) == 0 ? oneOf(RAW) : encoded(oneOf(VALUES)));
    }
    return query.length() > 12_000 ? "" : query.toString();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private String body(String type) {
    if (type.startsWith("multipart")) {
      return multipart(random.nextInt(5) == 0 ? 1_100 : random.nextInt(4));
    }
    if (type.contains("form")) {
      return "queries=" + encoded(oneOf(VALUES) + "\n" + oneOf(VALUES)) + "&scope=" + oneOf(RAW);
    }
    return random.nextInt(5) == 0
        ? "预算\n".repeat(random.nextInt(100))
        : oneOf(VALUES) + "\n" + oneOf(VALUES);
  }

  private String multipart(int parts) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < parts; i++) {
      body.append("--b\r\nContent-Disposition: form-data; name=\"")
          .append(oneOf(List.of("file", "queries", "scope", "document", "\uFFFD", "")))
          .append('"')
          .append(
              random.nextBoolean() ? "; filename=\"" + "名".repeat(random.nextInt(400)) + "\"" : "")
          .append(random.nextInt(9) == 0 ? "\r\nContent-Type: text/plain; charset=nonsense" : "")
          .append("\r\n\r\n")
          .append(oneOf(VALUES))
          .append(random.nextInt(9) == 0 ? "" : "\r\n");
    }
    return random.nextInt(5) == 0 ? body.toString() : body + "--b--\r\n";
  }
}
