package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ranges as RFC 9110 has them, asked of a real server. */
@ExtendWith(SharedPortal.class)
class RangeRequestsTest {
  private static final String ORIGINAL = "/d/qsqzgh-2024-bmjs/original";

  private static final List<String> RANGES =
      List.of(
          "bytes=99999999999-",
          "bytes=0-0",
          "bytes=0-",
          "bytes=-1",
          "bytes=-99999999999999999999",
          "bytes=5-3",
          "bytes=--5",
          "bytes=9223372036854775807-9223372036854775808",
          "bytes=0-0,2-3,1-1,-1",
          "bytes=0-" + ",0-".repeat(1000),
          "bytes",
          "=",
          "-",
          "bytes=a-b",
          "lines=1-2");

  private final HttpClient client = HttpClient.newHttpClient();
  private final RunningPortal portal;
  private final byte[] whole;

  RangeRequestsTest(RunningPortal portal) throws IOException, InterruptedException {
    this.portal = portal;
    this.whole = ask("GET", ORIGINAL).body();
    assertThat(whole).hasSizeGreaterThan(12);
  }

  private HttpResponse<byte[]> ask(String method, String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(portal.origin + path))
            .timeout(Duration.ofSeconds(60))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private void assertPart(String range, int from, int to) throws Exception {
    HttpResponse<byte[]> answer = ask("GET", ORIGINAL, "Range", range);
    assertThat(answer.statusCode()).as(range).isEqualTo(206);
    assertThat(answer.body()).as(range).isEqualTo(Arrays.copyOfRange(whole, from, to));
    assertThat(header(answer, "Content-Range"))
        .isEqualTo("bytes " + from + "-" + (to - 1) + "/" + whole.length);
    assertThat(header(answer, "Content-Length")).isEqualTo(Integer.toString(to - from));
  }

  @Test
  void one_range_is_sent_as_it_is_asked_for() throws Exception {
    int length = whole.length;
    assertPart("bytes=0-3", 0, 4);
    assertPart("bytes=4-", 4, length);
    assertPart("bytes=-5", length - 5, length);
    assertPart("bytes=-" + 5L * length, 0, length);
    assertPart("bytes=2-999999999999999999999", 2, length);
    assertPart("bytes=2-5,4-8,9-9", 2, 10);
    assertPart("bytes=2-3,99999999999-", 2, 4);
  }

  @Test
  void what_does_not_exist_is_answered_with_416_and_the_length() throws Exception {
    for (String range :
        List.of(
            "bytes=99999999999-",
            "bytes=" + whole.length + "-",
            "bytes=99999999999999999999999999-",
            "bytes=-0")) {
      HttpResponse<byte[]> answer = ask("GET", ORIGINAL, "Range", range);
      assertThat(answer.statusCode()).as(range).isEqualTo(416);
      assertThat(header(answer, "Content-Range")).isEqualTo("bytes */" + whole.length);
    }
  }

  @Test
  void several_ranges_are_sent_as_parts_each_with_its_place() throws Exception {
    HttpResponse<byte[]> answer = ask("GET", ORIGINAL, "Range", "bytes=0-1,4-6,-1");
    assertThat(answer.statusCode()).isEqualTo(206);
    Matcher type =
        Pattern.compile("multipart/byteranges; ?boundary=(\\w+)")
            .matcher(header(answer, "Content-Type"));
    assertThat(type.matches()).isTrue();
    assertThat(header(answer, "Content-Length")).isEqualTo("" + answer.body().length);
    String text = new String(whole, StandardCharsets.ISO_8859_1);
    int last = whole.length - 1;
    String expected =
        part(type.group(1), "0-1", text.substring(0, 2)).substring(2)
            + part(type.group(1), "4-6", text.substring(4, 7))
            + part(type.group(1), last + "-" + last, text.substring(last))
            + "\r\n--"
            + type.group(1)
            + "--\r\n";
    assertThat(new String(answer.body(), StandardCharsets.ISO_8859_1)).isEqualTo(expected);
  }

  private String part(String boundary, String range, String content) {
    return "\r\n--%s\r\nContent-Type: application/pdf\r\nContent-Range: bytes %s/%d\r\n\r\n%s"
        .formatted(boundary, range, whole.length, content);
  }

  @Test
  void a_range_is_of_what_the_client_has_or_the_whole_is_sent() throws Exception {
    HttpResponse<byte[]> first = ask("GET", ORIGINAL);
    String tag = header(first, "ETag");
    String date = header(first, "Last-Modified");
    for (String holds : List.of(tag, date)) {
      assertThat(ask("GET", ORIGINAL, "Range", "bytes=0-1", "If-Range", holds).statusCode())
          .as(holds)
          .isEqualTo(206);
    }
    for (String not :
        List.of("\"other\"", "W/" + tag, "Sun, 06 Nov 1994 08:49:37 GMT", "yesterday")) {
      HttpResponse<byte[]> answer = ask("GET", ORIGINAL, "Range", "bytes=0-1", "If-Range", not);
      assertThat(answer.statusCode()).as(not).isEqualTo(200);
      assertThat(answer.body()).isEqualTo(whole);
    }
  }

  @Test
  void conditions_come_before_ranges() throws Exception {
    HttpResponse<byte[]> first = ask("GET", ORIGINAL);
    String tag = header(first, "ETag");
    String date = header(first, "Last-Modified");
    String early = "Sun, 06 Nov 1994 08:49:37 GMT";
    assertThat(status("If-None-Match", tag)).isEqualTo(304);
    assertThat(status("If-None-Match", "\"a\", W/" + tag)).isEqualTo(304);
    assertThat(status("If-None-Match", "*")).isEqualTo(304);
    assertThat(status("If-None-Match", "\"a\"", "If-Modified-Since", date)).isEqualTo(206);
    assertThat(status("If-Modified-Since", date)).isEqualTo(304);
    assertThat(status("If-Modified-Since", early)).isEqualTo(206);
    assertThat(status("If-Modified-Since", "soon")).isEqualTo(206);
    assertThat(status("If-Match", tag)).isEqualTo(206);
    assertThat(status("If-Match", "W/" + tag)).isEqualTo(412);
    assertThat(status("If-Match", "\"a\"")).isEqualTo(412);
    assertThat(status("If-Unmodified-Since", early)).isEqualTo(412);
    assertThat(status("If-Unmodified-Since", date)).isEqualTo(206);
  }

  private int status(String... conditions) throws Exception {
    String[] headers =
        Stream.concat(Stream.of("Range", "bytes=0-1"), Arrays.stream(conditions))
            .toArray(String[]::new);
    return ask("GET", ORIGINAL, headers).statusCode();
  }

  @Test
  void head_says_that_there_are_ranges_and_takes_none() throws Exception {
    HttpResponse<byte[]> answer = ask("HEAD", ORIGINAL, "Range", "bytes=0-1");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Accept-Ranges")).isEqualTo("bytes");
    assertThat(header(answer, "Content-Length")).isEqualTo("" + whole.length);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void style_sheets_and_the_viewer_have_ranges_as_originals_have() throws Exception {
    String style = portal.get("/").body().replaceAll("(?s).*href=\"(/static/[^\"]*css)\".*", "$1");
    for (String path : List.of(style, "/static/pdfjs/build/pdf.min.mjs")) {
      for (String packing : List.of("identity", "gzip")) {
        byte[] all = ask("GET", path, "Accept-Encoding", packing).body();
        HttpResponse<byte[]> answer =
            ask("GET", path, "Accept-Encoding", packing, "Range", "bytes=10-19");
        assertThat(answer.statusCode()).as(path).isEqualTo(206);
        assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(all, 10, 20));
        assertThat(ask("GET", path, "Range", "bytes=99999999999-").statusCode()).isEqualTo(416);
      }
    }
  }

  static Stream<String> everywhere() {
    return Stream.of(Addresses.PAGES, Addresses.FURTHER, Addresses.OTHERS)
        .flatMap(List::stream)
        .distinct();
  }

  /** What is made anew each time has no ranges: the header changes nothing. */
  @ParameterizedTest
  @MethodSource("everywhere")
  void every_address_answers_every_form_of_range(String path) throws Exception {
    int plain = ask("GET", path).statusCode();
    for (String range : RANGES) {
      HttpResponse<byte[]> answer = ask("GET", path, "Range", range);
      if (header(answer, "Accept-Ranges").isEmpty()) {
        assertThat(answer.statusCode()).as(range).isEqualTo(plain);
      } else {
        assertThat(answer.statusCode()).as(range).isIn(200, 206, 416);
      }
      assertThat(ask("HEAD", path, "Range", range).statusCode()).as(range).isEqualTo(plain);
    }
  }
}
