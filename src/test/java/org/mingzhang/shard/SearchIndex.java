package org.mingzhang.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.AgencyType;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.EditionGroup;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Finding;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.PublicationDueDate;
import org.mingzhang.model.PublicationInfo;
import org.mingzhang.model.Region;
import org.mingzhang.model.Section;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.Topic;
import org.mingzhang.schema.DisclosureRowFactory;
import org.mingzhang.schema.DocumentIndexAttributes;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.schema.IndexSchema;
import org.mingzhang.search.SearchService;
import org.mingzhang.search.Shards;

/** An index in memory for tests, of one shard or several, with the service on it. */
public final class SearchIndex implements Closeable {
  private final List<Directory> directories = new ArrayList<>();
  private final List<IndexWriter> writers = new ArrayList<>();
  private final List<SearcherManager> managers = new ArrayList<>();
  private final LocalShards shards;
  private SearchService service;

  public SearchIndex() {
    this(1);
  }

  /** Creates an index with the given number of shards. */
  public SearchIndex(int count) {
    try {
      for (int i = 0; i < count; i++) {
        directories.add(new ByteBuffersDirectory());
        writers.add(new IndexWriter(directories.getLast(), IndexSchema.writerConfig()));
        managers.add(new SearcherManager(writers.getLast(), null));
      }
      shards = LocalShards.ofSearchers(managers);
      service = new SearchService(shards, Duration.ofMinutes(10));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  public SearchService service() {
    return service;
  }

  public Shards shards() {
    return shards;
  }

  /** The current state of the only shard; the caller must release it. */
  ShardSnapshot snapshot() {
    try {
      SnapshotRefresher snapshots = new SnapshotRefresher(managers.getFirst());
      ShardSnapshot held = snapshots.current();
      assertThat(held.tryAcquire()).isTrue();
      snapshots.close();
      return held;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The directory of the only shard. */
  public Directory directory() {
    return directories.getFirst();
  }

  private IndexWriter writer(String id) {
    return writers.get(ShardRouting.shardOf(id, writers.size()));
  }

  /** Replaces the disclosure with the same id; visible after {@link #refresh}. */
  public SearchIndex add(String id, Disclosure disclosure) {
    return add(id, disclosure, EditionGroup.NONE);
  }

  /** As above, for a document with several editions. */
  public SearchIndex add(String id, Disclosure disclosure, EditionGroup editions) {
    return add(id, disclosure, editions, published(id));
  }

  /** As above, for a document with known publication. */
  public SearchIndex add(
      String id, Disclosure disclosure, EditionGroup editions, PublicationInfo publication) {
    List<String> slugs =
        IntStream.range(0, disclosure.sections().size()).mapToObj(i -> "s" + i).toList();
    try {
      writer(id)
          .updateDocuments(
              FieldNames.documentTerm(id),
              DisclosureRowFactory.createRows(
                  id,
                  disclosure,
                  slugs,
                  List.of(),
                  new DocumentIndexAttributes(editions, arrival(id), publication)));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return this;
  }

  /** The publication of a document; two of three documents have one, the same in every index. */
  public static PublicationInfo published(String id) {
    int number = Math.floorMod(id.hashCode(), 900);
    return number % 3 == 0
        ? PublicationInfo.UNKNOWN
        : new PublicationInfo(
            "column" + number % 5,
            "www" + number % 7 + ".example.gov.cn",
            LocalDate.of(2022, 1, 1).plusDays(number),
            new PublicationDueDate(LocalDate.of(2023, 3, 1), "rule", ""));
  }

  /** An arrival ordinal that does not depend on the order of additions. */
  public static long arrival(String id) {
    return 1L + Math.floorMod(id.hashCode(), 1_000_000);
  }

  /** Removes a document. */
  public SearchIndex remove(String id) {
    try {
      writer(id).deleteDocuments(FieldNames.documentTerm(id));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return this;
  }

  /** Expunges deleted rows, which statistics would count. */
  public SearchIndex expunge() {
    try {
      for (IndexWriter writer : writers) {
        // the policy leaves some removed rows where few segments are left; all of one go
        if (writer.hasDeletions()) {
          writer.forceMerge(1);
        }
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    SearchIndex visible = refresh();
    // completions may lag behind where making them took long
    service = new SearchService(shards, Duration.ofMinutes(10));
    return visible;
  }

  public SearchIndex refresh() {
    try {
      for (SearcherManager manager : managers) {
        manager.maybeRefreshBlocking();
      }
      for (IndexWriter writer : writers) {
        writer.commit();
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return this;
  }

  @Override
  public void close() {
    try {
      service.close();
      for (SearcherManager manager : managers) {
        manager.close();
      }
      for (IndexWriter writer : writers) {
        writer.close();
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  public static Disclosure disclosure(DocumentMetadata metadata, List<Section> sections) {
    return disclosure(metadata, sections, List.of(), List.of(), List.of());
  }

  public static Disclosure disclosure(
      DocumentMetadata metadata,
      List<Section> sections,
      List<Indicator> indicators,
      List<Figure> figures,
      List<Finding> findings) {
    SourceDocument source =
        new SourceDocument("sample.pdf", "0".repeat(64), "application/pdf", 1, 9, null);
    return new Disclosure(
        source, metadata, sections, List.of(), indicators, figures, findings, List.of());
  }

  public static DocumentMetadata metadata(
      @Nullable String title,
      @Nullable String agency,
      @Nullable String region,
      @Nullable Integer year,
      @Nullable Category category) {
    return new DocumentMetadata(
        title,
        false,
        agency,
        region == null ? null : new Region("990101", List.of(region.split("/"))),
        year,
        category,
        AgencyType.MASS_ORGANIZATION,
        List.of());
  }

  public static Section section(
      String path, String number, String title, Topic topic, String... body) {
    int level = path.split("\\.").length;
    List<Section.Part> parts =
        IntStream.range(0, body.length)
            .mapToObj(i -> (Section.Part) new Section.Paragraph(i + 1, body[i]))
            .toList();
    return new Section(path, number, title, level, topic, 1, false, false, parts);
  }
}
