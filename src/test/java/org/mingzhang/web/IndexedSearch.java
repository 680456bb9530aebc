package org.mingzhang.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.cli.SearchServiceAdapter;
import org.mingzhang.model.EditionGroup;
import org.mingzhang.model.PublicationInfo;
import org.mingzhang.schema.DisclosureRowFactory;
import org.mingzhang.schema.DocumentIndexAttributes;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.schema.IndexSchema;
import org.mingzhang.schema.NearRealTimeReaders;
import org.mingzhang.search.SearchService;
import org.mingzhang.shard.LocalShards;
import org.mingzhang.web.source.SearchPort;

/** The real search on an index in memory. */
final class IndexedSearch implements AutoCloseable {
  private final Directory directory = new ByteBuffersDirectory();
  private final IndexWriter writer;
  private final SearcherManager manager;
  private final SearchService service;

  private final EditionGroup editions;

  IndexedSearch(List<ArchivedDisclosure> documents) {
    this(documents, EditionGroup.NONE);
  }

  /** The same where some of the documents are one disclosure. */
  IndexedSearch(List<ArchivedDisclosure> documents, EditionGroup editions) {
    this.editions = editions;
    try {
      writer = new IndexWriter(directory, IndexSchema.writerConfig());
      for (ArchivedDisclosure document : documents) {
        write(document);
      }
      manager = new SearcherManager(writer, null);
      service = new SearchService(LocalShards.ofSearchers(new NearRealTimeReaders(manager)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(ArchivedDisclosure document) throws IOException {
    writer.updateDocuments(
        FieldNames.documentTerm(document.id()),
        DisclosureRowFactory.createRows(
            document.id(),
            document.disclosure(),
            document.sectionIds(),
            List.of(),
            new DocumentIndexAttributes(
                of(document.id()), document.version().arrival(), PublicationInfo.UNKNOWN)));
  }

  private EditionGroup of(String id) {
    return editions.all().stream().anyMatch(edition -> edition.id().equals(id))
        ? editions
        : EditionGroup.NONE;
  }

  /** Brings a document in that is found from now on. */
  void add(ArchivedDisclosure document) {
    try {
      write(document);
      manager.maybeRefreshBlocking();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What pages ask. */
  SearchPort port() {
    return new SearchServiceAdapter(service);
  }

  @Override
  public void close() throws IOException {
    service.close();
    manager.close();
    writer.close();
    directory.close();
  }
}
