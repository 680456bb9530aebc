package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.account.HeadlineAccounts;
import org.mingzhang.model.Stage;
import org.mingzhang.web.dataset.DatasetScheduler;
import org.mingzhang.web.guard.BackgroundThrottle;

/** All headline amounts: what a database adds up of the dump is what the pages add up to. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatasetSumsTest {
  private static final Pattern LINKED =
      Pattern.compile(
          "<a[^>]*href=\"/d/([^\"?]+)\\?[^\"#]*fact=[^\"#]*#([^\"]+)\"[^>]*>([^<]+)</a>");

  private AssistantPortal portal;
  private Connection dump;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    portal = new AssistantPortal(folder);
    Path files = folder.resolve("datasets");
    new DatasetScheduler(
            portal.services,
            files,
            "https://portal.example",
            BackgroundThrottle::none,
            new DatasetScheduler.Schedule(Duration.ofDays(1), Duration.ofDays(1)))
        .build();
    dump = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("dump.db"));
    try (Statement statement = dump.createStatement();
        Stream<Path> made = Files.walk(files)) {
      statement.execute(
          "create table facts(fact text primary key, account text, stage text, kind text,"
              + " yuan text)");
      read(made.filter(f -> f.endsWith("facts.csv.gz")).findFirst().orElseThrow());
    }
  }

  private void read(Path file) throws IOException, SQLException {
    try (GZIPInputStream in =
            new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)));
        CSVParser rows =
            CSVParser.parse(
                new InputStreamReader(in, StandardCharsets.UTF_8),
                CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get());
        PreparedStatement insert = dump.prepareStatement("insert into facts values (?,?,?,?,?)")) {
      for (CSVRecord row : rows) {
        int at = 1;
        for (String column : List.of("fact", "account", "stage", "kind", "value")) {
          insert.setString(at++, row.get(column));
        }
        insert.executeUpdate();
      }
    }
  }

  @AfterAll
  void stop() throws SQLException {
    dump.close();
    portal.close();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** What the database has for these facts: their sum and how many there are. */
  private BigDecimal sum(List<String> facts, String more) throws SQLException {
    BigDecimal sum = BigDecimal.ZERO;
    try (PreparedStatement select =
        dump.prepareStatement("select yuan from facts where fact = ?" + more)) {
      for (String fact : facts) {
        select.setString(1, fact);
        try (ResultSet row = select.executeQuery()) {
          assertThat(row.next()).as(fact + more).isTrue();
          sum = sum.add(new BigDecimal(row.getString(1)));
        }
      }
    }
    return sum;
  }

  @Test
  void comparisons_of_every_headline_account_and_stage() throws SQLException {
    int compared = 0;
    for (String account : HeadlineAccounts.standard().accounts()) {
      for (Stage stage : Stage.values()) {
        JsonNode answer =
            AssistantPortal.json(
                portal.get(
                    "/api/v1/compare?name="
                        + encoded(account)
                        + "&stage="
                        + encoded(stage.label())));
        BigDecimal onPage = BigDecimal.ZERO;
        List<String> facts = new ArrayList<>();
        for (JsonNode value : answer.path("values")) {
          if (!value.path("amount_yuan").isNull() && !value.path("url").isNull()) {
            onPage = onPage.add(new BigDecimal(value.path("amount_yuan").asText()));
            facts.add(
                value.path("url").asText().replaceFirst(".*/d/", "").replaceFirst("\\?[^#]*", ""));
          }
        }
        String own = " and kind = 'amount' and account = '" + account + "'";
        assertThat(onPage).as(account + stage).isEqualByComparingTo(sum(facts, own));
        compared += facts.size();
      }
    }
    assertThat(compared).isGreaterThan(40);
  }

  @Test
  void amounts_on_the_pages_of_agencies() throws SQLException {
    int compared = 0;
    for (String district : List.of("青石区", "白水区")) {
      String page = portal.get(AgencyPageTest.address(district, "总工会"));
      int from = page.indexOf("<section id=\"amounts\"");
      String amounts = page.substring(from, page.indexOf("</section>", from));
      Matcher link = LINKED.matcher(amounts);
      while (link.find()) {
        String printed = link.group(3).strip().replace(",", "");
        if (printed.matches("-?\\d+(?:\\.\\d+)?")) {
          BigDecimal yuan =
              sum(List.of(link.group(1) + "#" + link.group(2)), " and kind = 'amount'");
          BigDecimal shown = new BigDecimal(printed);
          assertThat(yuan.movePointLeft(4).setScale(shown.scale(), RoundingMode.HALF_UP))
              .as(link.group())
              .isEqualByComparingTo(shown);
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(20);
  }
}
