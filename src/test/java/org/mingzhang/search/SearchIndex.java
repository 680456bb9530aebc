package org.mingzhang.search;

import java.io.Closeable;
import java.io.IOException;
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
import org.mingzhang.model.Figure;
import org.mingzhang.model.Finding;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.Region;
import org.mingzhang.model.Section;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.Topic;
import org.mingzhang.schema.DisclosureDocuments;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.schema.IndexSchema;

/** An index in memory for tests, with the service on it. */
final class SearchIndex implements Closeable {
  private final Directory directory = new ByteBuffersDirectory();
  private final IndexWriter writer;
  private final SearcherManager manager;
  private final SearchService service;

  SearchIndex() {
    try {
      writer = new IndexWriter(directory, IndexSchema.writerConfig());
      manager = new SearcherManager(writer, null);
      service = new SearchService(manager);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  SearchService service() {
    return service;
  }

  /** The index at this moment; to be released. */
  Snapshot snapshot() {
    try {
      Snapshots snapshots = new Snapshots(manager);
      Snapshot held = snapshots.hold();
      snapshots.close();
      return held;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  Directory directory() {
    return directory;
  }

  /** Puts a disclosure in place of the one with the same id; seen after {@link #refresh}. */
  SearchIndex add(String id, Disclosure disclosure) {
    List<String> slugs =
        IntStream.range(0, disclosure.sections().size()).mapToObj(i -> "s" + i).toList();
    try {
      writer.updateDocuments(
          FieldNames.documentTerm(id), DisclosureDocuments.of(id, disclosure, slugs, List.of()));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return this;
  }

  SearchIndex refresh() {
    try {
      manager.maybeRefreshBlocking();
      writer.commit();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return this;
  }

  @Override
  public void close() {
    try {
      service.close();
      manager.close();
      writer.close();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static Disclosure disclosure(DocumentMetadata metadata, List<Section> sections) {
    return disclosure(metadata, sections, List.of(), List.of(), List.of());
  }

  static Disclosure disclosure(
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

  static DocumentMetadata metadata(
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

  static Section section(String path, String number, String title, Topic topic, String... body) {
    int level = path.split("\\.").length;
    List<Section.Part> parts =
        IntStream.range(0, body.length)
            .mapToObj(i -> (Section.Part) new Section.Paragraph(i + 1, body[i]))
            .toList();
    return new Section(path, number, title, level, topic, 1, false, false, parts);
  }
}
