package org.mingzhang.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that data files and programs are refused by name, and that similar text is read. */
class SourceTextDetectorTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.json|{\"名称\": \"某局\", \"金额\": 1}|a JSON file",
        "a.txt|[{\"名称\": \"某局\"}]|a JSON file",
        "lines.jsonl|{\"a\": 1}|a JSON file",
        "a.py|# 部门决算|a program",
        "a.txt|#!/bin/sh|a program",
        "a.sql|部门决算|a program",
        "a.txt|[1] 某局2024年度部门决算|-",
        "a.md|[\"三公\"经费](a.html) 某局2024年度部门决算|-",
        "a.txt|{某局} 2024年度部门决算|-",
        "某局2024.5.c决算|某局2024年度部门决算|-"
      })
  void a_file_of_this_text_is_refused_as(String name, String text, String refusal)
      throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    ExtractionResult result = new Extractor(ExtractionLimits.standard()).extract(file).getFirst();
    if (refusal.equals("-")) {
      assertThat(result).isInstanceOf(ExtractionResult.SuccessfulExtraction.class);
    } else {
      assertThat(result).isInstanceOf(ExtractionResult.RefusedExtraction.class);
      assertThat(result.toString()).contains(refusal).contains("is not a supported format");
    }
  }
}
