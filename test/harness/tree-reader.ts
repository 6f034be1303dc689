import type { CDPSession, Page } from 'playwright-core';

/** Something of a page, as the browser tells assistive technology. */
export interface TreeNode {
  readonly role: string;
  readonly name: string;
  readonly isDisabled: boolean;
  readonly id: number;
}

/**
 * A page as a screen reader knows it: by the roles and names in the accessibility tree of the browser itself, and by
 * what can be done with them. It sees nothing of the page's elements, styles or places.
 */
export class TreeReader {
  readonly #page: Page;
  #session: Promise<CDPSession> | null = null;

  constructor(page: Page) {
    this.#page = page;
  }

  /** All that has a role and a name now, in the order in which it is read. */
  async read(): Promise<TreeNode[]> {
    const { nodes } = await (await this.#tree()).send('Accessibility.getFullAXTree');
    return nodes.flatMap(({ ignored, role, name, properties = [], backendDOMNodeId: id }) =>
      ignored || id === undefined
        ? []
        : {
            role: String(role?.value ?? ''),
            name: String(name?.value ?? ''),
            isDisabled: properties.some((each) => each.name === 'disabled' && each.value.value === true),
            id,
          },
    );
  }

  /** What happens when somebody activates it. */
  async press(node: TreeNode): Promise<void> {
    await this.#call(node, 'function () { this.click(); }');
  }

  /** Goes to a field and types. */
  async write(node: TreeNode, text: string): Promise<void> {
    await this.#call(node, 'function () { this.focus(); }');
    await this.#page.keyboard.type(text);
  }

  async #call({ id }: TreeNode, functionDeclaration: string): Promise<void> {
    const session = await this.#tree();
    const { object } = await session.send('DOM.resolveNode', { backendNodeId: id });
    await session.send('Runtime.callFunctionOn', { objectId: object.objectId!, functionDeclaration });
  }

  #tree(): Promise<CDPSession> {
    this.#session ??= this.#page
      .context()
      .newCDPSession(this.#page)
      .then(async (session) => {
        await session.send('Accessibility.enable');
        return session;
      });
    return this.#session;
  }
}
