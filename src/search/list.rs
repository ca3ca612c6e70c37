//! Lists of records in as few bytes as may be.

/// Numbers of records, each higher than the one before: a header, then the numbers themselves. The header is their length in bytes
/// times 2, and 1 more where they are a bitmap, which of many is shorter than the gaps between them.
pub(super) fn put_list(numbers: &[u32], into: &mut Vec<u8>) {
    let gaps = gaps(numbers);
    let length = numbers.last().map_or(0, |last| *last as usize / 8 + 1);
    let is_bitmap = length < gaps.len();
    let bytes = if is_bitmap { bitmap(numbers, length) } else { gaps };
    put_varint(bytes.len() * 2 + usize::from(is_bitmap), into);
    into.extend(bytes);
}

/// The first number, then how many were left out before each.
fn gaps(numbers: &[u32]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut next = 0;
    for number in numbers {
        put_varint((number - next) as usize, &mut bytes);
        next = number + 1;
    }
    bytes
}

/// A bit a record, the lowest bit of a byte first.
fn bitmap(numbers: &[u32], length: usize) -> Vec<u8> {
    let mut bytes = vec![0; length];
    for number in numbers {
        bytes[*number as usize / 8] |= 1 << (number % 8);
    }
    bytes
}

/// Seven bits a byte, the lowest first; the eighth says that there are more.
pub(super) fn put_varint(mut number: usize, into: &mut Vec<u8>) {
    while number >= 0x80 {
        into.push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    into.push(number.to_le_bytes()[0]);
}

/// Takes a number from the front of what [`put_varint`] has put.
pub(super) fn take_varint(bytes: &mut &[u8]) -> Option<usize> {
    let mut number = 0;
    for shift in (0..usize::BITS).step_by(7) {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= usize::from(byte & 0x7f) << shift;
        if *byte < 0x80 {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(numbers: &[u32]) -> Vec<u8> {
        let mut bytes = Vec::new();
        put_list(numbers, &mut bytes);
        bytes
    }

    #[test]
    fn few_numbers_are_gaps_and_many_are_bits() {
        assert_eq!(list(&[]), [0]);
        assert_eq!(list(&[0]), [2, 0]);
        assert_eq!(list(&[3, 4, 300]), [8, 3, 0, 0xa7, 2]);
        assert_eq!(list(&[0, 1, 3, 8]), [5, 0b1011, 1]);
    }

    #[test]
    fn a_number_is_read_as_it_was_written() {
        let numbers = [0, 1, 127, 128, 300, 16_383, 16_384, u32::MAX as usize];
        let mut bytes = Vec::new();
        for number in numbers {
            put_varint(number, &mut bytes);
        }
        let mut rest = &*bytes;
        assert_eq!(numbers.map(|_| take_varint(&mut rest)), numbers.map(Some));
        assert_eq!(take_varint(&mut rest), None);
    }
}
