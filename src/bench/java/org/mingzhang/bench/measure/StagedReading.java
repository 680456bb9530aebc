package org.mingzhang.bench.measure;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
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
import org.mingzhang.schema.DisclosureRowFactory;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.schema.IndexSchema;
import org.mingzhang.structure.DisclosureReader;
import org.mingzhang.structure.metadata.Sidecar;
import org.xml.sax.SAXException;

/**
 * Reads files stage by stage and sums up the time of each stage and the CPU time of the process,
 * since files are extracted on other threads.
 */
final class StagedReading implements Closeable {
  private final Extractor extractor = new Extractor(ExtractionLimits.standard());
  private final DisclosureReader structure = new DisclosureReader();
  private final Auditor auditor = new Auditor();
  private final AutoDetectParser tika = new AutoDetectParser();
  private final Sums all = new Sums();
  private final Sums withoutTables = new Sums();
  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private final IndexWriter writer;
  private int indexed;

  /** Files between two segments: a run commits after two seconds at the earliest. */
  private static final int FILES_OF_COMMIT = 8;

  private static final String TIKA = "Tika text ms";

  private static long cpu() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }

  /** Nanoseconds of each stage over some files. */
  private static final class Sums {
    private final Map<String, Long> nanos = new LinkedHashMap<>();
    private long cpu = cpu();
    private long tikaCpu;
    private long ourCpu;
    private int files;
    private int pages;

    private void add(Sums more) {
      more.nanos.forEach((stage, took) -> nanos.merge(stage, took, Long::sum));
      tikaCpu += more.tikaCpu;
      ourCpu += more.ourCpu;
      files += more.files;
      pages += more.pages;
    }

    private long took(String stage, long begin) {
      long now = System.nanoTime();
      nanos.merge(stage, now - begin, Long::sum);
      long used = cpu();
      if (stage.equals(TIKA)) {
        tikaCpu += used - cpu;
      } else {
        ourCpu += used - cpu;
      }
      cpu = used;
      return System.nanoTime();
    }

    private void forget() {
      nanos.clear();
      tikaCpu = 0;
      ourCpu = 0;
      files = 0;
      pages = 0;
    }
  }

  StagedReading() throws IOException {
    writer = new IndexWriter(directory, IndexSchema.writerConfig());
  }

  /** Reads a file. */
  void read(Path file) throws IOException, TikaException, SAXException {
    Sums one = new Sums();
    boolean tables = false;
    one.files++;
    long begin = System.nanoTime();
    tika(file);
    begin = one.took(TIKA, begin);
    for (ExtractionResult result : extractor.extract(file)) {
      begin = one.took("extract ms", begin);
      if (result instanceof ExtractionResult.SuccessfulExtraction extracted) {
        one.pages += extracted.extraction().source().pages();
        Disclosure plain = structure.read(extracted.extraction(), Sidecar.none());
        begin = one.took("structure ms", begin);
        tables |= !plain.tables().isEmpty();
        Disclosure audited = plain.withFindings(auditor.audit(plain));
        begin = one.took("audit ms", begin);
        index(audited);
        begin = one.took("index ms", begin);
      }
    }
    all.add(one);
    if (!tables) {
      withoutTables.add(one);
    }
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
        DisclosureRowFactory.createRows(
            "measured",
            disclosure,
            IntStream.range(0, disclosure.sections().size()).mapToObj(i -> "s" + i).toList(),
            List.of());
    writer.updateDocuments(FieldNames.documentTerm("measured"), rows);
    if (++indexed % FILES_OF_COMMIT == 0) {
      writer.flush();
    }
  }

  /** Forgets what was read to warm up. */
  void forget() {
    all.forget();
    withoutTables.forget();
  }

  /** Whether there was a file without tables. */
  boolean hasFilesWithoutTables() {
    return withoutTables.files > 0;
  }

  /**
   * Mean milliseconds of each stage and of all, how many times Tika's text alone that is, and the
   * mean number of pages.
   *
   * @param plain of files without tables only
   */
  Map<String, Double> numbers(boolean plain) {
    Sums sums = plain ? withoutTables : all;
    Map<String, Double> numbers = new LinkedHashMap<>();
    double whole = 0;
    double tika = 0;
    for (Map.Entry<String, Long> stage : sums.nanos.entrySet()) {
      double millis = stage.getValue() / 1e6 / sums.files;
      numbers.put(stage.getKey(), millis);
      boolean ours = !stage.getKey().equals(TIKA);
      whole += ours ? millis : 0;
      tika += ours ? 0 : millis;
    }
    numbers.put("all ms", whole);
    numbers.put("all / Tika", whole / tika);
    numbers.put("CPU, all / Tika", (double) sums.ourCpu / sums.tikaCpu);
    numbers.put("pages", (double) sums.pages / sums.files);
    return numbers;
  }

  @Override
  public void close() throws IOException {
    writer.close();
    directory.close();
  }
}
