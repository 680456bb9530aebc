package org.mingzhang.fuzz;

import static org.mingzhang.fuzz.FuzzTarget.promise;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.mingzhang.audit.Auditor;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.extract.ExtractionResult;
import org.mingzhang.extract.Extractor;
import org.mingzhang.fact.FactReader;
import org.mingzhang.indexing.PermalinkMinter;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Extraction;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactLocation;
import org.mingzhang.model.Section;
import org.mingzhang.record.DisclosureParser;
import org.mingzhang.record.DisclosureWriter;
import org.mingzhang.structure.DisclosureReader;
import org.mingzhang.structure.metadata.Sidecar;
import org.mingzhang.structure.metadata.SidecarException;
import org.mingzhang.structure.metadata.SidecarReader;

/** Whole documents: blocks made a disclosure, records read back, sidecars, small text formats. */
final class DocumentTargets {
  private static final DisclosureReader READER = new DisclosureReader();
  private static final FactReader FACTS = new FactReader();
  private static final Auditor AUDITOR = new Auditor();
  private static final PermalinkMinter MINTER = new PermalinkMinter();
  private static final Extractor EXTRACTOR = new Extractor(ExtractionLimits.standard());

  private DocumentTargets() {}

  static void blocks(byte[] input) throws IOException {
    String text = FuzzInput.text(input);
    String type = (text.length() & 1) == 0 ? "application/pdf" : "text/html";
    Extraction extraction = BlockText.extraction(text, "示例2024年度部门决算.pdf", type);
    Disclosure plain = FACTS.withFacts(READER.read(extraction, Sidecar.none()));
    places(plain);
    Disclosure disclosure = plain.withFindings(AUDITOR.audit(plain));
    Set<String> paths = new HashSet<>();
    for (Section section : disclosure.sections()) {
      promise(paths.add(section.path()), "two sections are at " + section.path());
    }
    Set<String> links = new HashSet<>(MINTER.createIds(disclosure).sectionIds());
    promise(links.size() == disclosure.sections().size(), "two sections share a permalink");
    roundTrip(disclosure);
  }

  /** Every place of a fact lies within its section, in order. */
  private static void places(Disclosure disclosure) {
    Map<String, Integer> lengths = new HashMap<>();
    disclosure.sections().forEach(s -> lengths.put(s.path(), s.text().length()));
    for (Fact fact : disclosure.facts()) {
      for (FactLocation place : fact.locations()) {
        Integer length = lengths.get(place.sectionPath());
        promise(length != null, "a fact stands in a section that there is");
        promise(
            place.start() >= 0 && place.end() <= Objects.requireNonNull(length),
            "a fact stands within its section: " + place);
      }
    }
  }

  private static void roundTrip(Disclosure disclosure) throws IOException {
    byte[] record = written(disclosure);
    Disclosure again = new DisclosureParser().parse(new ByteArrayInputStream(record));
    promise(
        java.util.Arrays.equals(written(again), record), "a record written is not read as itself");
  }

  private static byte[] written(Disclosure disclosure) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new DisclosureWriter().write(disclosure, out);
    return out.toByteArray();
  }

  static void record(byte[] input) {
    try {
      Disclosure disclosure = new DisclosureParser().parse(new ByteArrayInputStream(input));
      roundTrip(disclosure);
    } catch (IOException notOne) {
      promise(notOne.getMessage() != null, "a fault says what it is");
    }
  }

  static void sidecar(byte[] input) throws IOException {
    for (String name : List.of("a.yaml", SidecarReader.FOLDER_METADATA_FILE)) {
      Path folder = Files.createTempDirectory("sidecar");
      Path beside = folder.resolve(name);
      try {
        Files.write(beside, input);
        SidecarReader.read(folder.resolve("a.pdf"));
      } catch (SidecarException fault) {
        promise(String.valueOf(fault.getMessage()).lines().count() == 1, "a fault is one line");
      } finally {
        Files.delete(beside);
        Files.delete(folder);
      }
    }
  }

  static void rtf(byte[] input) throws IOException {
    file(input, ".rtf");
  }

  static void html(byte[] input) throws IOException {
    file(input, ".html");
  }

  static void plain(byte[] input) throws IOException {
    file(input, ".txt");
  }

  private static void file(byte[] input, String ending) throws IOException {
    Path file = Files.createTempFile("fuzz", ending);
    try {
      Files.write(file, input);
      for (ExtractionResult result : EXTRACTOR.extract(file)) {
        if (result instanceof ExtractionResult.RefusedExtraction refused) {
          promise(refused.message().lines().count() == 1, "a refusal is one line");
        }
      }
    } finally {
      Files.delete(file);
    }
  }
}
