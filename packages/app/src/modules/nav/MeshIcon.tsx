/** Three linked nodes, in the colour of the text around it. */
export function MeshIcon() {
  return (
    <svg width="28" height="28" viewBox="0 0 32 32" aria-hidden>
      <path
        d="M16 7 7 24h18z"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
      />
      <g fill="currentColor">
        <circle cx="16" cy="7" r="4" />
        <circle cx="7" cy="24" r="4" />
        <circle cx="25" cy="24" r="4" />
      </g>
    </svg>
  );
}
