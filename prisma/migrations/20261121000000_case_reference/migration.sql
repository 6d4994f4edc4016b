-- Case references: TAS-<year>-<number>, speakable, and without a word about the person.
CREATE SEQUENCE "case_reference_seq";

CREATE FUNCTION "next_case_reference"() RETURNS text LANGUAGE sql VOLATILE AS $$
  SELECT 'TAS-' || to_char(now() AT TIME ZONE 'Asia/Baghdad', 'YYYY') || '-'
      || lpad(nextval('case_reference_seq')::text, 6, '0');
$$;
