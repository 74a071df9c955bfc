#!/bin/sh
# Uploads the built site to a bucket of S3 (or what speaks like it): sh s3-upload.sh site s3://my-bucket
# What the new pages need comes first, then the pages, and only then goes what nothing needs any more.
set -eu
site=$1
bucket=$2
marked='public, max-age=31536000, immutable'

aws s3 sync "$site" "$bucket" --cache-control "$marked" --exclude '*' \
    --include 'assets/bouncekb/*' --include 'en/assets/bouncekb/*' \
    --include 'assets/stylesheets/*' --include 'en/assets/stylesheets/*'
aws s3 sync "$site" "$bucket" --cache-control no-cache \
    --exclude 'assets/bouncekb/*' --exclude 'en/assets/bouncekb/*' \
    --exclude 'assets/stylesheets/*' --exclude 'en/assets/stylesheets/*'
# Readers who opened a page before still fetch its scripts: run this line with --delete a day later.
# aws s3 sync "$site" "$bucket" --delete --size-only
