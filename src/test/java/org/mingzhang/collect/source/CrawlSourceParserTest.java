package org.mingzhang.collect.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrawlSourceParserTest {
  @TempDir Path folder;

  private SourceList read(String yaml) throws Exception {
    return CrawlSourceParser.read(Files.writeString(folder.resolve("sources.yaml"), yaml));
  }

  @Test
  void a_source_has_what_is_written_and_the_defaults_for_the_rest() throws Exception {
    SourceList list =
        read(
            """
            contact: mailto:desk@example.org
            defaults: {delay: 8s, recheck: 14d}
            sources:
              - name: 财政局
                title: 某区财政局预决算公开
                url: HTTP://www.Example.gov.cn/zwgk/../czj/index.html
                region: "350203"
                hosts: [files.example.gov.cn]
                depth: 1
                delay: 250ms
                except: "/old/"
                items: "ul.list a"
                sitemaps: true
              - {name: b, url: "https://b.example.gov.cn"}
            """);
    CrawlSource first = list.find("财政局").orElseThrow();
    assertThat(list.contact()).isEqualTo("mailto:desk@example.org");
    assertThat(first.url()).hasToString("http://www.example.gov.cn/czj/index.html");
    assertThat(first.hosts()).containsExactly("www.example.gov.cn", "files.example.gov.cn");
    assertThat(first.limits())
        .isEqualTo(
            new CrawlSource.Limits(
                1, Duration.ofDays(1), Duration.ofDays(14), Duration.ofMillis(250), 5_000, 500));
    assertThat(first.rules().itemSelector()).isEqualTo("ul.list a");
    assertThat(first.rules().readsSitemaps()).isTrue();
    assertThat(first.exclusionReason("http://www.example.gov.cn/old/1.html")).contains("/old/");
    CrawlSource second = list.find("b").orElseThrow();
    assertThat(second.title()).isEqualTo("b");
    assertThat(second.limits().requestDelay()).isEqualTo(Duration.ofSeconds(8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sources: [{name: a, url: 'http://a.cn', dept: 2}] | line 1: there is no key dept",
        "sources: [{name: a}] | line 1: the key url is missing",
        "sources: [{url: 'http://a.cn'}] | line 1: the key name is missing",
        "sources: [{name: a, url: 'ftp://a.cn'}] | line 1: url: ftp://a.cn is not an http",
        "sources: [{name: a, url: 'http://a.cn', depth: 9}] | line 1: depth: 9 is not a number from"
            + " 0 to 5",
        "sources: [{name: a, url: 'http://a.cn', delay: fast}] | line 1: delay: fast is not a"
            + " duration such as",
        "sources: [{name: a, url: 'http://a.cn', every: 1s}] | line 1: every: 1s is shorter than"
            + " 60000ms",
        "sources: [{name: a, url: 'http://a.cn', only: '('}] | line 1: only: not a regular"
            + " expression",
        "sources: [{name: a, url: 'http://a.cn', items: 'a[['}] | line 1: items: not a CSS"
            + " selector",
        "sources: [{name: a, url: 'http://a.cn', hosts: ['x y']}] | line 1: hosts: x y is not a"
            + " host name",
        "sources: [{name: a b, url: 'http://a.cn'}] | line 1: name: a b must begin",
        "sources: [{name: a, url: 'http://a.cn', sitemaps: maybe}] | line 1: sitemaps: maybe is"
            + " neither",
        "sources: [{name: a, name: b, url: 'http://a.cn'}] | line 1: the key name is" + " repeated",
        "sources: [{name: a, url: 'http://a.cn'}, {name: a, url: 'http://b.cn'}] | there are two"
            + " sources a",
        "sources: {a: b} | line 1: sources: a list is expected",
        "sources: [{name: a, url: 'http://a.cn', agencies: [b]}] | agencies: agencies need a"
            + " region",
        "quelle: 1 | line 1: there is no key quelle",
        "sources: [ | line 1",
        "'' | is empty",
        "sources: !!java.net.URL ['http://a.cn'] | sources.yaml"
      })
  void an_error_names_line_key_and_what_may_stand_there(String yaml, String error) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining(error);
  }

  @Test
  void a_tag_of_java_makes_nothing() {
    assertThat(
            Stream.of("!!javax.script.ScriptEngineManager [x]")
                .map(
                    tag -> {
                      try {
                        return read("contact: " + tag).toString();
                      } catch (Exception e) {
                        return e.getClass().getSimpleName();
                      }
                    }))
        .containsExactly("SourceException");
  }
}
