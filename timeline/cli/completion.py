"""`timeline completion`: the script that makes a shell complete our options."""

from __future__ import annotations

import click


@click.command(
    epilog="""\b
Examples:
  timeline completion bash > ~/.local/share/bash-completion/completions/timeline
  timeline completion zsh > "${fpath[1]}/_timeline"
  timeline completion fish > ~/.config/fish/completions/timeline.fish
"""
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the completion script of a shell."""
    from click.shell_completion import get_completion_class

    from .main import COMPLETE

    found = get_completion_class(shell)
    assert found is not None
    click.echo(found(ctx.find_root().command, {}, "timeline", COMPLETE).source())
