import type { CalledSide } from '../../domain/procedures/definition';
import type { Language } from '../../locales';
import type { CaseNode } from '../../services/cases/get-case-graph';

/** A node of the picture; without a case nothing is known of it but what is declared. */
export type PictureNode = Pick<CaseNode, 'name' | 'role' | 'queue' | 'aside'> & {
  /** Whose step it is, in a procedure between two sides. */
  readonly side: CalledSide | null;
  readonly progress: CaseNode | null;
};

export interface PictureEdge {
  readonly from: string;
  readonly outcome: string | null;
  readonly to: string;
  readonly taken: boolean;
}

/** What a picture is drawn from. Instants are shown in the IANA zone `zone`; `now` tells what is overdue. */
export interface PictureInput {
  readonly language: Language;
  readonly procedure: string;
  /** Of the case; null for a procedure without one. */
  readonly reference: string | null;
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
  readonly zone: string;
  readonly now: string;
}
