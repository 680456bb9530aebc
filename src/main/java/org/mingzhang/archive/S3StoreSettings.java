package org.mingzhang.archive;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The settings of an S3-compatible store.
 *
 * @param bucket name of an existing bucket
 * @param prefix prefix of all keys: empty, or ending with a slash
 * @param endpoint URL of the store; null for Amazon
 * @param region its region
 * @param key access key; null to use the default credentials of the AWS SDK
 * @param secret secret key; null without an access key
 */
public record S3StoreSettings(
    String bucket,
    String prefix,
    @Nullable URI endpoint,
    String region,
    @Nullable String key,
    @Nullable String secret) {
  /** Default region; stores other than Amazon's accept any. */
  public static final String DEFAULT_REGION = "us-east-1";

  private static final Pattern STORE_URL =
      Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/([A-Za-z0-9_./-]*))?");

  /**
   * Checks that key and secret are both given or both absent.
   *
   * @throws IllegalArgumentException if only one is given
   */
  public S3StoreSettings {
    if ((key == null) != (secret == null)) {
      throw new IllegalArgumentException("a key and a secret belong together");
    }
  }

  /**
   * Parses {@code s3://BUCKET/PREFIX}; the other arguments are taken as they are, and may be null
   * as in the record.
   *
   * @throws IllegalArgumentException if the URL has another form, or only one of key and secret is
   *     given
   */
  public static S3StoreSettings parse(
      String typedUrl,
      @Nullable URI endpoint,
      String region,
      @Nullable String key,
      @Nullable String secret) {
    Matcher matcher = STORE_URL.matcher(typedUrl);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "\"" + typedUrl + "\" is no store; one is s3://BUCKET or s3://BUCKET/PREFIX");
    }
    String within = matcher.group(2) == null ? "" : matcher.group(2).replaceFirst("/+$", "");
    return new S3StoreSettings(
        matcher.group(1), within.isEmpty() ? "" : within + "/", endpoint, region, key, secret);
  }

  @Override
  public String toString() {
    return "s3://" + bucket + "/" + prefix;
  }
}
