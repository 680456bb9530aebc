package org.mingzhang.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.mingzhang.text.Sha256;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Objects in a bucket, under {@code PREFIX/ab/abcdef…}. Objects needed as files are fetched into a
 * local {@link FetchedFileCache}.
 */
final class S3ObjectStore implements ObjectStore {
  /** Length of a name: the SHA-256 of the object, in hexadecimal. */
  private static final int SHA256_HEX_LENGTH = 64;

  private final S3Client client;
  private final String bucket;
  private final String prefix;
  private final FetchedFileCache fileCache;

  /**
   * Creates a store for one kind of objects.
   *
   * @param kind part of the key after the prefix of the address
   * @param fileCache local cache
   */
  S3ObjectStore(
      S3Client client, S3StoreSettings settings, String kind, FetchedFileCache fileCache) {
    this.client = client;
    this.bucket = settings.bucket();
    this.prefix = settings.prefix() + kind + "/";
    this.fileCache = fileCache;
  }

  private String key(String name) {
    return prefix + ObjectStore.requireValidName(name).substring(0, 2) + "/" + name;
  }

  private static IOException createFault(String subject, Exception e) {
    return new StoreUnavailableException(
        "the store could not be " + subject + ": " + e.getMessage(), e);
  }

  /** The content of an object; failures to read it are reported as failures of the store. */
  private static final class ObjectInput extends FilterInputStream {
    ObjectInput(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      try {
        return super.read(target, offset, length);
      } catch (IOException | SdkException e) {
        throw createFault("read", e);
      }
    }
  }

  /** The store guarantees the integrity of its objects; {@link #isIntact} checks it. */
  @Override
  public boolean isStored(String sha256) throws IOException {
    return exists(sha256);
  }

  @Override
  public String store(InputStream content) throws IOException {
    MessageDigest digest = Sha256.newDigest();
    Path temporaryFile =
        fileCache.writeTemporaryFile(
            out -> content.transferTo(new DigestOutputStream(out, digest)));
    try {
      String sha256 = Sha256.hex(digest);
      if (!exists(sha256)) {
        put(sha256, temporaryFile);
      }
      return sha256;
    } finally {
      Files.deleteIfExists(temporaryFile);
    }
  }

  @Override
  public void write(String name, ContentWriter contentWriter) throws IOException {
    Path temporaryFile = fileCache.writeTemporaryFile(contentWriter);
    try {
      put(name, temporaryFile);
      fileCache.remove(name);
    } finally {
      Files.deleteIfExists(temporaryFile);
    }
  }

  private void put(String name, Path file) throws IOException {
    try {
      var unused =
          client.putObject(r -> r.bucket(bucket).key(key(name)), RequestBody.fromFile(file));
    } catch (SdkException e) {
      throw createFault("written", e);
    }
  }

  @Override
  public void deleteTemporaryFiles(Instant cutoff) throws IOException {
    fileCache.deleteTemporaryFiles(cutoff);
  }

  @Override
  public InputStream open(String name) throws IOException {
    try {
      return new ObjectInput(client.getObject(r -> r.bucket(bucket).key(key(name))));
    } catch (NoSuchKeyException missing) {
      throw new NoSuchFileException(name);
    } catch (S3Exception e) {
      if (e.statusCode() == 404) {
        throw new NoSuchFileException(name);
      }
      throw createFault("read", e);
    } catch (SdkException e) {
      throw createFault("read", e);
    }
  }

  @Override
  public boolean exists(String name) {
    try {
      return requestHead(name) != null;
    } catch (NoSuchFileException missing) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HeadObjectResponse requestHead(String name) throws IOException {
    try {
      return client.headObject(r -> r.bucket(bucket).key(key(name)));
    } catch (S3Exception e) {
      if (e.statusCode() == 404) {
        throw new NoSuchFileException(name);
      }
      throw createFault("read", e);
    } catch (SdkException e) {
      throw createFault("read", e);
    }
  }

  @Override
  public boolean isIntact(String sha256) throws IOException {
    try (InputStream in = open(sha256)) {
      return Sha256.hash(in).equals(sha256);
    } catch (NoSuchFileException missing) {
      return false;
    }
  }

  @Override
  public Instant lastModified(String name) throws IOException {
    return requestHead(name).lastModified();
  }

  /** Continues listings after the last key, since not every store supports continuation tokens. */
  @Override
  public List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    String last = prefix;
    while (true) {
      ListObjectsV2Response some = listAfter(last);
      for (S3Object object : some.contents()) {
        last = object.key();
        String name = last.substring(last.lastIndexOf('/') + 1);
        if (name.length() == SHA256_HEX_LENGTH) {
          names.add(name);
        }
      }
      if (!Boolean.TRUE.equals(some.isTruncated()) || some.contents().isEmpty()) {
        return names;
      }
    }
  }

  private ListObjectsV2Response listAfter(String afterKey) throws IOException {
    try {
      return client.listObjectsV2(r -> r.bucket(bucket).prefix(prefix).startAfter(afterKey));
    } catch (SdkException e) {
      throw createFault("read", e);
    }
  }

  @Override
  public Path localFile(String name) {
    try {
      return fileCache.get(ObjectStore.requireValidName(name), out -> copy(name, out));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void copy(String name, OutputStream out) throws IOException {
    try (InputStream in = open(name)) {
      in.transferTo(out);
    }
  }
}
