package org.mingzhang.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.archive.IngestEntry.IngestState;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Section;
import org.mingzhang.text.Sha256;

/** What every ledger does, wherever it is: each part of the archive that is written down in it. */
abstract class LedgerContract {
  private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");

  @TempDir Path folder;
  private ArchiveLocation place;
  private Archive archive;

  /** An empty ledger of an archive in a folder. */
  abstract ArchiveLocation place(Path archive);

  /** The ledger itself, open beside the archive or in place of it. */
  abstract Ledger ledger(ArchiveLocation at);

  @BeforeEach
  void open() {
    place = place(folder.resolve("archive"));
    archive = Archive.open(place);
  }

  @AfterEach
  void close() {
    archive.close();
  }

  private void again() {
    archive.close();
    archive = Archive.open(place);
  }

  private ArchivedDisclosure store(
      String identity, @Nullable String url, String content, int year, Section... sections)
      throws IOException {
    Path original = Files.writeString(folder.resolve("original.txt"), content);
    Disclosure disclosure = Disclosures.of(Sha256.hash(original), year, sections);
    List<String> slugs =
        disclosure.sections().stream().map(s -> "s-" + s.title().hashCode()).toList();
    return archive.store(
        new NewVersion(
            identity,
            "id-" + year,
            slugs,
            disclosure,
            original,
            null,
            url,
            3,
            NOW,
            null,
            false,
            null));
  }

  @Test
  void versions_are_in_their_order_and_found_by_content_path_and_address() throws IOException {
    ArchivedDisclosure first =
        store("/乙.txt", "https://a.example/1", "一", 2023, Disclosures.section("1", "概况", "旧。"));
    ArchivedDisclosure second =
        store("/乙.txt", "https://a.example/1", "二", 2023, Disclosures.section("1", "职责", "旧。"));
    ArchivedDisclosure other = store("/甲.txt", null, "三", 2024);
    again();
    assertThat(archive.documentIds("", Integer.MAX_VALUE)).containsExactly("id-2023", "id-2024");
    assertThat(archive.versions("id-2023")).containsExactly(first.version(), second.version());
    assertThat(archive.newestVersions(0, 9)).containsExactly(second.version(), other.version());
    assertThat(archive.newestVersions(1, 9)).containsExactly(other.version());
    assertThat(archive.findDocumentWithContent(first.version().sha256())).contains("id-2023");
    assertThat(archive.documentIdsReadFrom("/甲.txt")).isNotEmpty();
    assertThat(archive.documentIdsReadFrom("/丙.txt")).isEmpty();
    assertThat(archive.wasReadFrom("id-2023", "/乙.txt")).isTrue();
    assertThat(archive.wasReadFrom("id-2023", "/甲.txt")).isFalse();
    assertThat(archive.latest("id-2023")).contains(second);
    VersionLog versions = archive.versionLog();
    assertThat(versions.latest(VersionFilter.ALL, 9))
        .extracting(DocumentVersion::arrival)
        .containsExactly(3L, 2L, 1L);
    assertThat(versions.latest(VersionFilter.REPLACEMENTS, 9)).containsExactly(second.version());
    assertThat(versions.versionsBetween(VersionFilter.ALL, 1, 2, 9))
        .containsExactly(second.version());
    assertThat(versions.positionBefore(NOW.plusSeconds(60))).isEqualTo(3);
    assertThat(versions.indexedUpToPosition()).isZero();
    archive.indexingState().markIndexed(List.of("id-2023"));
    assertThat(versions.indexedUpToPosition()).isEqualTo(2);
    assertThat(archive.documentCount()).isEqualTo(2);
    assertThat(archive.versionCount()).isEqualTo(3);
    assertThat(archive.documentIds("", 1)).containsExactly("id-2023");
    assertThat(archive.documentIds("id-2023", 9)).containsExactly("id-2024");
    assertThat(archive.indexingState().unindexedDocumentIds("id-2024", 9)).isEmpty();
    assertThat(archive.indexingState().unindexedDocumentIds("", Integer.MAX_VALUE))
        .containsExactly("id-2024");
  }

  @Test
  void the_same_content_again_is_no_new_version_and_keeps_its_place() throws IOException {
    store("/a.txt", null, "一", 2023);
    store("/b.txt", null, "二", 2024);
    ArchivedDisclosure again = store("/a.txt", null, "一", 2023);
    assertThat(again.version().number()).isEqualTo(1);
    assertThat(again.version().arrival()).isEqualTo(1);
    assertThat(archive.versions("id-2023")).hasSize(1);
  }

  @Test
  void permalinks_lead_where_their_section_is_or_was() throws IOException {
    String old = "s-" + "概况".hashCode();
    store("/a.txt", null, "一", 2023, Disclosures.section("1", "概况", "本单位主要职责是收集和公开样本信息。"));
    store("/a.txt", null, "二", 2023, Disclosures.section("1", "职责", "本单位主要职责是收集和公开样本信息。"));
    assertThat(archive.resolve("id-2023", old))
        .contains(new PermalinkTarget.UnderOtherLink("id-2023", "s-" + "职责".hashCode()));
    store("/a.txt", null, "三", 2023, Disclosures.section("1", "概况", "本单位主要职责是收集和公开样本信息。"));
    assertThat(archive.resolve("id-2023", old))
        .contains(new PermalinkTarget.Unmoved("id-2023", old));
    store("/a.txt", null, "四", 2023, Disclosures.section("1", "其他", "完全不同的内容。"));
    assertThat(archive.resolve("id-2023", "never")).isEmpty();
    assertThat(archive.resolve("id-2023", old).orElseThrow())
        .isInstanceOf(PermalinkTarget.InEarlierVersion.class);
  }

  @Test
  void what_was_taken_out_is_left_out_until_it_is_put_back() throws IOException {
    ArchivedDisclosure stored = store("/a.txt", null, "一", 2023);
    assertThat(archive.versionCounts()).containsExactly(Map.entry("id-2023", 1));
    archive.removals().remove(new DocumentRemoval("id-2023", NOW, "错误"));
    archive.removals().remove(new DocumentRemoval("id-2023", NOW.plusSeconds(5), "更正"));
    again();
    assertThat(archive.documentIds("", Integer.MAX_VALUE)).isEmpty();
    assertThat(archive.newestVersions(0, 5)).isEmpty();
    assertThat(archive.versionCounts()).isEmpty();
    assertThat(archive.removals().all()).extracting(DocumentRemoval::reason).containsExactly("更正");
    assertThat(archive.removals().findByPathOrContent("/x", stored.version().sha256())).isPresent();
    archive.removals().restore("id-2023");
    assertThat(archive.removals().find("id-2023")).isEmpty();
    assertThat(archive.documentIds("", Integer.MAX_VALUE)).containsExactly("id-2023");
  }

  @Test
  void what_came_of_a_file_replaces_what_was_known_of_it() {
    SourceFileState.Member good = new SourceFileState.Member("b.zip!/2.pdf", "id", null, null);
    SourceFileState.Member bad =
        new SourceFileState.Member("b.zip!/1.pdf", null, "ENCRYPTED", "加密\0");
    archive
        .sourceFiles()
        .record(new SourceFileState("/b.zip", 1L << 40, 7, "aa", 2, "", List.of(good, bad)));
    assertThat(archive.sourceFiles().find("/b.zip").orElseThrow().members())
        .extracting(SourceFileState.Member::name)
        .containsExactly("b.zip!/2.pdf", "b.zip!/1.pdf");
    assertThat(archive.sourceFiles().find("/b.zip").orElseThrow().bytes()).isEqualTo(1L << 40);
    assertThat(archive.sourceFiles().refusedMembers())
        .extracting(SourceFileState.Member::reason)
        .containsExactly("ENCRYPTED");
    archive.sourceFiles().record(new SourceFileState("/b.zip", 2, 8, "bb", 3, "", List.of(good)));
    assertThat(archive.sourceFiles().find("/b.zip"))
        .contains(new SourceFileState("/b.zip", 2, 8, "bb", 3, "", List.of(good)));
    assertThat(archive.sourceFiles().refusedMembers()).isEmpty();
    assertThat(archive.sourceFiles().find("/c")).isEmpty();
  }

  private long send(String content, @Nullable String replaces) throws IOException {
    IngestQueue queue = archive.queue();
    String sha256 =
        queue.storeContent(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    return queue.accept(OfferedFile.ofUpload("文件.pdf", sha256, replaces), NOW);
  }

  @Test
  void the_queue_gives_what_was_sent_first_and_each_once_and_keeps_how_it_ended()
      throws IOException {
    IngestQueue queue = archive.queue();
    queue.acceptAll(List.of(OfferedFile.ofFile(folder.resolve("x.pdf"), true)), NOW);
    long one = send("1", null);
    long same = send("1", null);
    long other = send("1", "id-1");
    assertThat(same).isEqualTo(one);
    assertThat(other).isGreaterThan(one);
    assertThat(queue.count(IngestState.ACCEPTED)).isEqualTo(3);
    List<IngestEntry> begun = queue.takeEntries(1, false);
    assertThat(begun).extracting(IngestEntry::id).containsExactly(one);
    assertThat(queue.holdsLease(begun.getFirst())).isTrue();
    assertThat(queue.takeEntries(9, true))
        .as("the same content is being read")
        .extracting(e -> e.offer().origin())
        .containsExactly(FileOrigin.FOLDER);
    assertThat(queue.openEntries(9)).hasSize(2);
    SourceFileState.Member refused = new SourceFileState.Member("文件.pdf", null, "ENCRYPTED", "加密");
    queue.complete(List.of(new IngestQueue.ReadResult(begun.getFirst(), null, List.of(refused))));
    IngestEntry ended = queue.findEntry(one).orElseThrow();
    assertThat(ended.state()).isEqualTo(IngestState.REFUSED);
    assertThat(ended.message()).isEqualTo("加密");
    assertThat(queue.endedEntries(5)).containsExactly(ended);
    queue.returnBegunEntries();
    assertThat(queue.count(IngestState.READING)).isZero();
    List<IngestEntry> next = queue.takeEntries(9, false);
    assertThat(next).hasSize(2).allMatch(e -> e.attempts() == 0);
    assertThat(next.getFirst().offer().replacedDocumentId()).isEqualTo("id-1");
    assertThat(next.getLast().offer().isReadIfUnchanged()).isTrue();
    SourceFileState.Member kept = new SourceFileState.Member("x.pdf", "id-2", null, null);
    SourceFileState state = new SourceFileState("x", 1, 1, "cc", 1, "", List.of(kept));
    queue.complete(List.of(new IngestQueue.ReadResult(next.getLast(), state, List.of(kept))));
    assertThat(queue.findEntry(next.getLast().id()))
        .as("files of folders are told as sources")
        .isEmpty();
    assertThat(archive.sourceFiles().find("x")).contains(state);
  }

  private static Provenance seen(String url, @Nullable String label, Instant when) {
    return new Provenance(
        url,
        "s",
        "https://a.example/l",
        null,
        label,
        when,
        when,
        null,
        null,
        LocalDate.of(2026, 1, 2),
        "表格",
        "f.warc:1",
        null,
        "样本局");
  }

  @Test
  void the_frontier_goes_from_address_to_address_and_notes_what_it_found() throws IOException {
    Frontier frontier = archive.frontier();
    FrontierEntry.Link seed = FrontierEntry.Link.seed("https://a.example/");
    CrawlRun run = frontier.beginRun("s", List.of(seed), NOW, NOW.minusSeconds(9));
    assertThat(frontier.beginRun("s", List.of(seed), NOW, NOW)).isEqualTo(run);
    FrontierEntry first = frontier.nextAddress(run).orElseThrow();
    FrontierEntry.Link page =
        new FrontierEntry.Link(
            "https://a.example/2",
            FrontierEntry.Kind.PAGE,
            1,
            1,
            seed.url(),
            "栏目",
            "二",
            "2026-01-02 页",
            LocalDate.of(2026, 1, 2));
    OfferedFile offer = OfferedFile.ofFile(folder.resolve("f"), false);
    frontier.recordVisit(
        run,
        new VisitRecord(
            first,
            FrontierEntry.State.DONE,
            NOW,
            null,
            new VisitRecord.Response("\"e\"", null, "d", null, "f.warc:0"),
            List.of(page, seed),
            List.of(),
            List.of(
                new VisitRecord.ObservedDocument(
                    seen("https://a.example/x.pdf", null, NOW), offer)),
            List.of(),
            Map.of("f.warc", 5_000_000_000L),
            2));
    again();
    frontier = archive.frontier();
    assertThat(frontier.findEntry("s", seed.url()).orElseThrow().etag()).isEqualTo("\"e\"");
    assertThat(frontier.nextAddress(run).orElseThrow().link().label()).isEqualTo("二");
    assertThat(frontier.findRecordedWarcSize("f.warc")).contains(5_000_000_000L);
    frontier.recordWarcSize("f.warc", 3);
    assertThat(frontier.findRecordedWarcSize("f.warc")).contains(5_000_000_000L);
    frontier.recordWarcSize("f.warc", 5_000_000_001L);
    assertThat(frontier.findRecordedWarcSize("f.warc")).contains(5_000_000_001L);
    assertThat(archive.queue().openCount()).isEqualTo(place.sharedLedgerSettings() == null ? 0 : 1);
    assertThat(frontier.countInState("s", FrontierEntry.State.WAITING)).isEqualTo(1);
    frontier.recordVisit(
        run,
        new VisitRecord(
            frontier.nextAddress(run).orElseThrow(),
            FrontierEntry.State.FAILED,
            NOW,
            "超时",
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of("https://a.example/x.pdf"),
            Map.of(),
            1));
    assertThat(frontier.unsuccessfulEntries(5))
        .extracting(FrontierEntry::failureCount)
        .containsExactly(1);
    assertThat(frontier.missingDocuments(5))
        .extracting(Provenance::goneReason)
        .containsExactly("超时");
    frontier.recordObservedDocument(
        new VisitRecord.ObservedDocument(
            seen("https://a.example/x.pdf", "公开", NOW.plusSeconds(60)), null),
        NOW);
    Provenance known = archive.findProvenance("https://a.example/x.pdf").orElseThrow();
    assertThat(known.goneSince()).isNull();
    assertThat(known.label()).isEqualTo("公开");
    assertThat(known.firstSeen()).isEqualTo(NOW);
    assertThat(known.lastSeen()).isEqualTo(NOW.plusSeconds(60));
    assertThat(known.published()).isEqualTo(LocalDate.of(2026, 1, 2));
    frontier.pauseRun(run, "忙", NOW.plusSeconds(5));
    frontier.endRun(run, NOW.plusSeconds(9), null);
    CrawlRun last = frontier.findLastRun("s").orElseThrow();
    assertThat(last.foundCount()).isEqualTo(1);
    assertThat(last.requestCount()).isEqualTo(3);
    assertThat(last.refusedCount()).isEqualTo(1);
    CrawlRun next = frontier.beginRun("s", List.of(seed), NOW.plusSeconds(20), NOW.plusSeconds(20));
    assertThat(next.id()).isGreaterThan(run.id());
    assertThat(frontier.countInState("s", FrontierEntry.State.WAITING)).isEqualTo(2);
    assertThat(frontier.sourceNames()).containsExactly("s");
    assertThat(frontier.documentCount("s")).isEqualTo(1);
    assertThat(frontier.findNewestDocumentTime("s")).contains(NOW);
    assertThat(frontier.findListPageAddress("s")).contains(seed.url());
    assertThat(frontier.furtherPageCount("s")).isZero();
  }

  @Test
  void documents_whose_address_is_gone_are_told() throws IOException {
    String url = "https://a.example/x.pdf";
    ArchivedDisclosure stored = store("/a.txt", url, "一", 2023);
    Frontier frontier = archive.frontier();
    frontier.recordObservedDocument(
        new VisitRecord.ObservedDocument(seen(url, null, NOW), null), NOW);
    assertThat(frontier.newestVersionsOfMissingDocuments(5)).isEmpty();
    CrawlRun run = frontier.beginRun("s", List.of(FrontierEntry.Link.seed(url)), NOW, NOW);
    FrontierEntry resource = frontier.nextAddress(run).orElseThrow();
    frontier.recordVisit(
        run,
        new VisitRecord(
            resource,
            FrontierEntry.State.GONE,
            NOW,
            "404",
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of(url),
            Map.of(),
            1));
    assertThat(frontier.newestVersionsOfMissingDocuments(5)).containsExactly(stored.version());
  }

  private void lose(AlertStore alerts, boolean byEndOfProcess) {
    AlertMail asking = alerts.mailsDue(NOW, 5).getFirst();
    assertThat(alerts.beginSending(asking)).isTrue();
    if (byEndOfProcess) {
      assertThat(alerts.discardBegun()).isEqualTo(1);
    } else {
      alerts.discard(asking);
    }
  }

  @Test
  void an_alert_whose_confirmation_request_was_lost_may_be_requested_again() {
    AlertStore alerts = archive.alerts();
    List<Alert> asked = new ArrayList<>();
    for (boolean byEndOfProcess : new boolean[] {false, true}) {
      assertThat(alerts.request("a@b.example", "q=三公", "zh", 7, 4, NOW))
          .isEqualTo(AlertStore.RequestOutcome.ACCEPTED);
      asked.add(alerts.mailsDue(NOW, 5).getFirst().alert());
      lose(alerts, byEndOfProcess);
    }
    assertThat(alerts.request("a@b.example", "q=三公", "zh", 7, 4, NOW))
        .isEqualTo(AlertStore.RequestOutcome.ACCEPTED);
    asked.add(alerts.mailsDue(NOW, 5).getFirst().alert());
    lose(alerts, false);
    assertThat(alerts.request("a@b.example", "q=三公", "zh", 7, 4, NOW))
        .as("three mails a day")
        .isEqualTo(AlertStore.RequestOutcome.IGNORED);
    for (Alert each : asked) {
      alerts.confirm(
          alerts.findByConfirmationToken(each.confirmationToken(), NOW).orElseThrow(), NOW);
    }
    Instant due = NOW.plus(Duration.ofDays(8));
    assertThat(alerts.alertsDue(due)).extracting(Alert::id).containsExactly(asked.getFirst().id());
    assertThat(alerts.request("c@d.example", "q=三公", "zh", 7, 4, due))
        .isEqualTo(AlertStore.RequestOutcome.ACCEPTED);
    assertThat(alerts.findByConfirmationToken(asked.getLast().confirmationToken(), due)).isEmpty();
  }

  @Test
  void an_address_may_be_in_the_frontiers_of_several_sources() {
    Frontier frontier = archive.frontier();
    FrontierEntry.Link seed = FrontierEntry.Link.seed("https://a.example/");
    for (String source : List.of("s", "t")) {
      CrawlRun run = frontier.beginRun(source, List.of(seed, seed), NOW, NOW);
      assertThat(frontier.nextAddress(run)).map(FrontierEntry::source).contains(source);
      assertThat(frontier.countInState(source, FrontierEntry.State.WAITING)).isEqualTo(1);
    }
    assertThat(frontier.findEntry("u", seed.url())).isEmpty();
  }

  @Test
  void alerts_are_asked_for_confirmed_told_and_ended() {
    AlertStore alerts = archive.alerts();
    assertThat(alerts.request("a@b.example", "q=三公", "zh", 7, 4, NOW))
        .isEqualTo(AlertStore.RequestOutcome.ACCEPTED);
    assertThat(alerts.request("a@b.example", "q=三公", "zh", 7, 4, NOW))
        .isEqualTo(AlertStore.RequestOutcome.IGNORED);
    AlertMail asking = alerts.mailsDue(NOW, 5).getFirst();
    assertThat(asking.isConfirmationRequest()).isTrue();
    assertThat(alerts.beginSending(asking)).isTrue();
    assertThat(alerts.beginSending(asking)).isFalse();
    alerts.recordSent(asking);
    assertThat(alerts.mailsDue(NOW, 5)).isEmpty();
    Alert alert =
        alerts.findByConfirmationToken(asking.alert().confirmationToken(), NOW).orElseThrow();
    alerts.confirm(alert, NOW);
    Instant later = NOW.plus(Duration.ofDays(8));
    Alert due = alerts.alertsDue(later).getFirst();
    assertThat(due.reportedPosition()).isEqualTo(4);
    alerts.queueDigest(due, 9, later);
    AlertMail news = alerts.mailsDue(later, 5).getFirst();
    assertThat(alerts.beginSending(news)).isTrue();
    alerts.retryLaterOrDiscard(news, later);
    AlertMail again = alerts.mailsDue(later.plus(Duration.ofDays(1)), 5).getFirst();
    assertThat(again.attempts()).isEqualTo(1);
    assertThat(alerts.beginSending(again)).isTrue();
    alerts.recordSent(again);
    assertThat(
            alerts
                .findByCancellationToken(alert.cancellationToken())
                .orElseThrow()
                .reportedPosition())
        .isEqualTo(9);
    assertThat(alerts.discardBegun()).isZero();
  }

  @Test
  void dossiers_are_shared_until_their_link_is_ended() {
    SharedDossierTable dossiers = archive.dossiers();
    SharedDossier one = dossiers.share("卷宗", "{\"a\":1}", NOW);
    again();
    assertThat(archive.dossiers().find(one.id())).contains(one);
    assertThat(archive.dossiers().all()).containsExactly(one);
    assertThat(archive.dossiers().endSharing(one.id())).isTrue();
    assertThat(archive.dossiers().endSharing(one.id())).isFalse();
  }

  @Test
  void a_transaction_is_kept_as_a_whole_or_not_at_all() {
    archive.close();
    try (Ledger ledger = ledger(place)) {
      assertThatThrownBy(
              () ->
                  ledger.callInTransaction(
                      () -> {
                        ledger.update("INSERT INTO warc VALUES (?,?)", "a", 1);
                        ledger.callInTransaction(
                            () -> ledger.executeUpdate("INSERT INTO warc VALUES (?,?)", "b", 1));
                        throw new IllegalStateException("in the middle");
                      }))
          .hasMessage("in the middle");
      assertThat(ledger.list(r -> r.getString(1), "SELECT path FROM warc")).isEmpty();
      int unused =
          ledger.callInTransaction(
              () -> ledger.executeUpdate("INSERT INTO warc VALUES (?,?)", "c", 1));
      assertThatThrownBy(() -> ledger.update("INSERT INTO warc VALUES (?,?)", "c", 2))
          .isInstanceOf(ArchiveException.class);
      Optional<Long> bytes = ledger.queryFirst(r -> r.getLong(1), "SELECT bytes FROM warc");
      assertThat(bytes).contains(1L);
      assertThat(ledger.runExclusively(() -> ledger.runExclusively(() -> 7))).isEqualTo(7);
      ledger.compact();
    }
    archive = Archive.open(place);
  }

  @Test
  void what_is_stored_while_it_is_indexed_is_indexed_again() throws IOException {
    store("/a.txt", null, "一", 2023);
    store("/b.txt", null, "二", 2024);
    assertThat(archive.indexingState().claimDocuments(1)).containsExactly("id-2023");
    assertThat(archive.indexingState().claimDocuments(5)).containsExactly("id-2024");
    assertThat(archive.indexingState().claimDocuments(5)).isEmpty();
    assertThat(archive.indexingState().unindexedDocumentIds("", Integer.MAX_VALUE))
        .containsExactlyInAnyOrder("id-2023", "id-2024");
    store("/a.txt", null, "一", 2023);
    archive.indexingState().markClaimedIndexed(List.of("id-2023", "id-2024"));
    assertThat(archive.indexingState().unindexedDocumentIds("", Integer.MAX_VALUE))
        .containsExactly("id-2023");
    assertThat(archive.indexingState().claimDocuments(5)).containsExactly("id-2023");
  }

  @Test
  void its_check_finds_nothing() throws IOException {
    store("/a.txt", null, "一", 2023, Disclosures.section("1", "概况", "旧。"));
    assertThat(archive.check()).isEmpty();
    assertThat(archive.archiveRepair().repairLedger().repairs()).isEmpty();
  }
}
