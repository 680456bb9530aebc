package org.mingzhang.bench.measure;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.ocr.TesseractOCRConfig;
import org.apache.tika.sax.BodyContentHandler;
import org.mingzhang.audit.Auditor;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.extract.ExtractionResult;
import org.mingzhang.extract.Extractor;
import org.mingzhang.model.Disclosure;
import org.mingzhang.schema.DisclosureDocuments;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.schema.IndexSchema;
import org.mingzhang.structure.DisclosureReader;
import org.mingzhang.structure.metadata.Sidecar;
import org.xml.sax.SAXException;

/** Reads files stage by stage and sums up what each takes. */
final class StagedReading implements Closeable {
  private final Extractor extractor = new Extractor(ExtractionLimits.standard());
  private final DisclosureReader structure = new DisclosureReader();
  private final Auditor auditor = new Auditor();
  private final AutoDetectParser tika = new AutoDetectParser();
  private final Map<String, Long> nanos = new LinkedHashMap<>();
  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private final IndexWriter writer;
  private int files;
  private int pages;

  StagedReading() throws IOException {
    writer = new IndexWriter(directory, IndexSchema.writerConfig());
  }

  /** Reads a file. */
  void read(Path file) throws IOException, TikaException, SAXException {
    files++;
    long begin = System.nanoTime();
    tika(file);
    begin = took("Tika text ms", begin);
    for (ExtractionResult result : extractor.extract(file)) {
      begin = took("extract ms", begin);
      if (result instanceof ExtractionResult.Extracted extracted) {
        pages += extracted.extraction().source().pages();
        Disclosure plain = structure.read(extracted.extraction(), Sidecar.none());
        begin = took("structure ms", begin);
        Disclosure audited = plain.withFindings(auditor.audit(plain));
        begin = took("audit ms", begin);
        index(audited);
        begin = took("index ms", begin);
      }
    }
  }

  private long took(String stage, long begin) {
    long now = System.nanoTime();
    nanos.merge(stage, now - begin, Long::sum);
    return now;
  }

  private void tika(Path file) throws IOException, TikaException, SAXException {
    TesseractOCRConfig ocr = new TesseractOCRConfig();
    ocr.setSkipOcr(true);
    ParseContext context = new ParseContext();
    context.set(TesseractOCRConfig.class, ocr);
    try (InputStream in = Files.newInputStream(file)) {
      tika.parse(in, new BodyContentHandler(-1), new Metadata(), context);
    }
  }

  private void index(Disclosure disclosure) throws IOException {
    Iterable<Document> rows =
        DisclosureDocuments.of(
            "measured",
            disclosure,
            IntStream.range(0, disclosure.sections().size()).mapToObj(i -> "s" + i).toList(),
            Instant.EPOCH);
    writer.updateDocuments(FieldNames.documentTerm("measured"), rows);
    writer.flush();
  }

  /** Forgets what was read to warm up. */
  void forget() {
    nanos.clear();
    files = 0;
    pages = 0;
  }

  /** Mean milliseconds of each stage and of all, and the mean number of pages. */
  Map<String, Double> numbers() {
    Map<String, Double> numbers = new LinkedHashMap<>();
    double all = 0;
    for (Map.Entry<String, Long> stage : nanos.entrySet()) {
      double millis = stage.getValue() / 1e6 / files;
      numbers.put(stage.getKey(), millis);
      all += stage.getKey().startsWith("Tika") ? 0 : millis;
    }
    numbers.put("all ms", all);
    numbers.put("pages", (double) pages / files);
    return numbers;
  }

  @Override
  public void close() throws IOException {
    writer.close();
    directory.close();
  }
}
