"""What must hold: rules that span files of the content, and rules of the built site."""
