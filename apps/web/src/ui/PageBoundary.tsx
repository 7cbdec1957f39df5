import { Component, Suspense, type ReactNode } from "react";
import { Attempt } from "./attempt";
import { problemOf, type Problem } from "./problem";

interface Props {
  /** A new value forgets the problem: another page, another scope. */
  readonly resetKey: string;
  readonly loading: ReactNode;
  readonly renderProblem: (problem: Problem, retry: () => void) => ReactNode;
  readonly children: ReactNode;
}

interface State {
  readonly error: unknown;
  readonly attempt: number;
  readonly resetKey: string;
}

/** A page's own fault line: whatever fails inside is shown inside, with a way on. */
export class PageBoundary extends Component<Props, State> {
  override state: State = { error: null, attempt: 0, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error: error ?? new Error("unknown") };
  }

  static getDerivedStateFromProps({ resetKey }: Props, state: State): Partial<State> | null {
    return resetKey === state.resetKey ? null : { resetKey, error: null, attempt: state.attempt + 1 };
  }

  readonly retry = () => this.setState(({ attempt }) => ({ error: null, attempt: attempt + 1 }));

  override render() {
    const { error, attempt } = this.state;
    if (error !== null) return this.props.renderProblem(problemOf(error), this.retry);
    return (
      <Attempt value={attempt}>
        <Suspense fallback={this.props.loading}>{this.props.children}</Suspense>
      </Attempt>
    );
  }
}
