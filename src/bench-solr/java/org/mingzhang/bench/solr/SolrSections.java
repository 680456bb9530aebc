package org.mingzhang.bench.solr;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.solr.client.solrj.SolrQuery;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.embedded.EmbeddedSolrServer;
import org.apache.solr.client.solrj.util.ClientUtils;
import org.apache.solr.common.SolrDocument;
import org.apache.solr.common.SolrInputDocument;

/** An embedded Solr with one core of sections, made in a new folder. */
final class SolrSections implements Closeable {
  private static final String CORE = "sections";
  private static final String TEXT = "text";
  private static final String YEAR = "year";
  private static final List<String> SETTINGS =
      List.of(
          "solr.xml",
          "sections/core.properties",
          "sections/conf/schema.xml",
          "sections/conf/solrconfig.xml");

  private final EmbeddedSolrServer solr;

  SolrSections(Path home) throws IOException {
    for (String setting : SETTINGS) {
      Path file = home.resolve(setting);
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      try (InputStream in =
          Objects.requireNonNull(SolrSections.class.getResourceAsStream("/solr/" + setting))) {
        Files.copy(in, file);
      }
    }
    solr = new EmbeddedSolrServer(home.toAbsolutePath(), CORE);
  }

  /** Takes sections in; each is an id, a year, the text to search and the text to keep. */
  void add(List<String> fields) throws IOException, SolrServerException {
    List<SolrInputDocument> rows = new ArrayList<>();
    for (int i = 0; i < fields.size(); i += 4) {
      SolrInputDocument row = new SolrInputDocument();
      row.addField("id", fields.get(i));
      row.addField(YEAR, fields.get(i + 1));
      row.addField(TEXT, fields.get(i + 2));
      row.addField("original", fields.get(i + 3));
      rows.add(row);
    }
    if (!rows.isEmpty()) {
      solr.add(rows);
    }
  }

  void commit() throws IOException, SolrServerException {
    solr.commit();
  }

  /** Ids of sections with this string. */
  List<String> phrase(String phrase, int most) throws IOException, SolrServerException {
    return ids("\"" + ClientUtils.escapeQueryChars(phrase) + "\"", most);
  }

  /** Ids of sections with all pairs of characters of all these words, best first. */
  List<String> words(List<String> words, int most) throws IOException, SolrServerException {
    return ids(String.join(" ", words.stream().map(ClientUtils::escapeQueryChars).toList()), most);
  }

  private List<String> ids(String query, int most) throws IOException, SolrServerException {
    SolrQuery asked = new SolrQuery(query);
    asked.set("df", TEXT);
    asked.set("q.op", "AND");
    asked.setFields("id");
    asked.setRows(most);
    List<String> ids = new ArrayList<>();
    for (SolrDocument found : solr.query(asked).getResults()) {
      ids.add((String) found.getFieldValue("id"));
    }
    return ids;
  }

  /** Years of sections, each counted. */
  List<String> years() throws IOException, SolrServerException {
    SolrQuery asked = new SolrQuery("*:*");
    asked.setRows(0);
    asked.addFacetField(YEAR);
    asked.setFacetLimit(-1);
    return solr.query(asked).getFacetField(YEAR).getValues().stream()
        .map(count -> count.getName())
        .toList();
  }

  @Override
  public void close() throws IOException {
    solr.close();
  }
}
