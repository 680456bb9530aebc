package org.mingzhang.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.extract.FileRefusedException.Reason;

/**
 * Tests RAR archives of version 5 with uncompressed members, built by the format's technical note.
 */
class RarArchiveTest {
  private static final byte[] SIGNATURE = {'R', 'a', 'r', '!', 0x1a, 0x07, 0x01, 0x00};
  private static final byte[] TEXT =
      "一、部门职责\n示例省样本市文化馆负责群众文化。\n二、机构设置\n".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;

  @Test
  void members_of_version_5_are_read_under_their_names() throws IOException {
    List<ExtractionResult> results = extract("包.rar", archive(0, "附件/说明.txt", TEXT));
    assertThat(results).extracting(ExtractionResult::file).containsExactly("包.rar!/附件/说明.txt");
    assertThat(results.getFirst()).isInstanceOf(ExtractionResult.SuccessfulExtraction.class);
  }

  @Test
  void a_dictionary_beyond_the_limit_gives_one_refusal() throws IOException {
    // Method 3 with a dictionary of 128 KiB << 13 = 1 GiB.
    List<ExtractionResult> results =
        extract("大.rar", archive((3 << 7) | (13 << 10), "a.txt", TEXT));
    assertThat(results).hasSize(1);
    assertThat(results.getFirst()).isInstanceOf(ExtractionResult.RefusedExtraction.class);
  }

  @Test
  void a_truncated_archive_gives_one_refusal() throws IOException {
    byte[] whole = archive(0, "a.txt", TEXT);
    List<ExtractionResult> results = extract("断.rar", Arrays.copyOf(whole, 20));
    assertThat(results).hasSize(1);
    assertThat(((ExtractionResult.RefusedExtraction) results.getFirst()).reason())
        .isEqualTo(Reason.DAMAGED);
  }

  private List<ExtractionResult> extract(String name, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    return OfficeFiles.EXTRACTOR.extract(file);
  }

  private static byte[] archive(int compression, String name, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(SIGNATURE);
    out.writeBytes(header(numbers(1, 0, 0), new byte[0]));
    byte[] path = name.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    // Type 2, with a data area; its size; a checksum; unpacked size; attributes.
    file.writeBytes(numbers(2, 2, content.length, 4, content.length, 0));
    file.writeBytes(littleEndian(crc(content)));
    file.writeBytes(numbers(compression, 1, path.length));
    out.writeBytes(header(file.toByteArray(), path));
    out.writeBytes(content);
    out.writeBytes(header(numbers(5, 0, 0), new byte[0]));
    return out.toByteArray();
  }

  private static byte[] header(byte[] fields, byte[] name) {
    ByteArrayOutputStream sized = new ByteArrayOutputStream();
    sized.writeBytes(numbers(fields.length + name.length));
    sized.writeBytes(fields);
    sized.writeBytes(name);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(littleEndian(crc(sized.toByteArray())));
    out.writeBytes(sized.toByteArray());
    return out.toByteArray();
  }

  /** Integers of variable length: seven bits per byte, the lowest first. */
  private static byte[] numbers(int... values) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int value : values) {
      int rest = value;
      while (rest > 0x7f) {
        out.write((rest & 0x7f) | 0x80);
        rest >>>= 7;
      }
      out.write(rest);
    }
    return out.toByteArray();
  }

  private static int crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  private static byte[] littleEndian(int value) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
  }
}
