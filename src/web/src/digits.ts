/** Persian and Arabic digits and separators become Latin, as everything that is sent or counted. */
export function latin(text: string): string {
  return text
    .replace(/[۰-۹]/g, digit => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/[٠-٩]/g, digit => String(digit.charCodeAt(0) - 0x0660))
    .replace(/٫/g, '.')
    .replace(/[٬،]/g, ',')
    .replace(/[\u200c\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '');
}
