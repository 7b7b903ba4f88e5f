using System.Buffers.Binary;

namespace Sems.Storage.Curves;

/// <summary>
/// Samples as bytes, each coded against the one before, bit for bit lossless. A number that is a decimal of up to six
/// places (what meters send) becomes the zigzag varint of its difference, in units of the last place; any other double
/// is kept as its eight bytes. A usual sample takes 8 to 12 bytes.
/// </summary>
/// <remarks>
/// Layout of a sample: a header (bits: 1 voltage, 2 power, 4 marks follow, 8 kinds follow), [3 bytes of kinds],
/// [marks], time, the difference of AtMs to what time let expect, current, energy, [voltage], [power].
/// </remarks>
internal static class SampleCodec
{
    /// <summary>The version of the layout, kept with every chunk and journal row.</summary>
    public const byte Format = 1;

    /// <summary>No sample takes more.</summary>
    public const int MaxBytes = 72;

    private const int HasVoltage = 1, HasPower = 2, HasMarks = 4, HasKinds = 8;
    private const int TimeField = 0, CurrentField = 4, EnergyField = 8, VoltageField = 12, PowerField = 16;
    private const int Raw = DecimalScale.Raw;

    /// <summary>Writes a sample and moves the cursor; returns its length.</summary>
    public static int Write(Span<byte> bytes, in Sample sample, ref SampleCursor cursor)
    {
        var kinds = cursor.Kinds;
        Span<long> mantissas = stackalloc long[5];
        Choose(sample.Time, TimeField, ref kinds, out mantissas[0]);
        Choose(sample.CurrentA, CurrentField, ref kinds, out mantissas[1]);
        Choose(sample.Energy, EnergyField, ref kinds, out mantissas[2]);
        if (sample.VoltageV is { } v) Choose(v, VoltageField, ref kinds, out mantissas[3]);
        if (sample.PowerW is { } p) Choose(p, PowerField, ref kinds, out mantissas[4]);

        var header = (sample.VoltageV is null ? 0 : HasVoltage) | (sample.PowerW is null ? 0 : HasPower) |
            (sample.Marks == SampleMarks.None ? 0 : HasMarks) | (kinds == cursor.Kinds ? 0 : HasKinds);
        bytes[0] = (byte)header;
        var at = 1;
        if ((header & HasKinds) != 0)
        {
            bytes[at++] = (byte)kinds;
            bytes[at++] = (byte)(kinds >> 8);
            bytes[at++] = (byte)(kinds >> 16);
        }

        if ((header & HasMarks) != 0) bytes[at++] = (byte)sample.Marks;
        var expected = ExpectedMs(in cursor, sample.Time);
        WriteField(bytes, ref at, sample.Time, kinds >> TimeField, mantissas[0], ref cursor.Time);
        Varint.Write(bytes, ref at, Varint.ZigZag(unchecked(sample.AtMs - expected)));
        WriteField(bytes, ref at, sample.CurrentA, kinds >> CurrentField, mantissas[1], ref cursor.CurrentA);
        WriteField(bytes, ref at, sample.Energy, kinds >> EnergyField, mantissas[2], ref cursor.Energy);
        if (sample.VoltageV is { } voltage) WriteField(bytes, ref at, voltage, kinds >> VoltageField, mantissas[3], ref cursor.VoltageV);
        if (sample.PowerW is { } power) WriteField(bytes, ref at, power, kinds >> PowerField, mantissas[4], ref cursor.PowerW);
        cursor.AtMs = sample.AtMs;
        cursor.Kinds = kinds;
        return at;
    }

    /// <summary>Reads a sample at <paramref name="at"/> and moves both on.</summary>
    public static Sample Read(ReadOnlySpan<byte> bytes, ref int at, ref SampleCursor cursor)
    {
        var header = bytes[at++];
        if ((header & HasKinds) != 0)
        {
            cursor.Kinds = bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16);
            at += 3;
        }

        var marks = (header & HasMarks) != 0 ? (SampleMarks)bytes[at++] : SampleMarks.None;
        var before = cursor;
        var time = ReadField(bytes, ref at, cursor.Kinds >> TimeField, ref cursor.Time);
        cursor.AtMs = unchecked(ExpectedMs(in before, time) + Varint.UnZigZag(Varint.Read(bytes, ref at)));
        var current = ReadField(bytes, ref at, cursor.Kinds >> CurrentField, ref cursor.CurrentA);
        var energy = ReadField(bytes, ref at, cursor.Kinds >> EnergyField, ref cursor.Energy);
        double? voltage = (header & HasVoltage) != 0 ? ReadField(bytes, ref at, cursor.Kinds >> VoltageField, ref cursor.VoltageV) : null;
        double? power = (header & HasPower) != 0 ? ReadField(bytes, ref at, cursor.Kinds >> PowerField, ref cursor.PowerW) : null;
        return new Sample(time, cursor.AtMs, current, energy, voltage, power, marks);
    }

    /// <summary>Adds every sample of a chunk to a list; returns the cursor after the last.</summary>
    /// <exception cref="InvalidDataException">The bytes are no chunk of this format.</exception>
    public static SampleCursor ReadAll(ReadOnlySpan<byte> bytes, int format, List<Sample> samples)
    {
        if (format != Format) throw new InvalidDataException($"samples of format {format} are not known here");
        var cursor = default(SampleCursor);
        try
        {
            for (var at = 0; at < bytes.Length;) samples.Add(Read(bytes, ref at, ref cursor));
        }
        catch (IndexOutOfRangeException e)
        {
            throw new InvalidDataException("a chunk of samples ends too early", e);
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw new InvalidDataException("a chunk of samples ends too early", e);
        }

        return cursor;
    }

    private static long ExpectedMs(in SampleCursor before, double time)
    {
        var step = (time - before.Time) * 1000;
        return Math.Abs(step) < 1e13 ? unchecked(before.AtMs + (long)Math.Round(step)) : before.AtMs;
    }

    /// <summary>Keeps the field's scale where it fits, so that 1.05, 1.1, 1 do not switch scales; else the smallest that does.</summary>
    private static void Choose(double value, int field, ref int kinds, out long mantissa)
    {
        var kind = (kinds >> field) & Raw;
        if (kind != Raw && DecimalScale.TryMantissa(value, kind, out mantissa)) return;
        mantissa = 0;
        for (kind = 0; kind < Raw && !DecimalScale.TryMantissa(value, kind, out mantissa); kind++) { }
        kinds = (kinds & ~(0xF << field)) | (kind << field);
    }

    private static void WriteField(Span<byte> bytes, ref int at, double value, int kind, long mantissa, ref double previous)
    {
        kind &= Raw;
        if (kind == Raw)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(bytes[at..], value);
            at += 8;
        }
        else
        {
            Varint.Write(bytes, ref at, Varint.ZigZag(mantissa - DecimalScale.Nearest(previous, kind, out _)));
        }

        previous = value;
    }

    private static double ReadField(ReadOnlySpan<byte> bytes, ref int at, int kind, ref double previous)
    {
        kind &= Raw;
        if (kind == Raw)
        {
            previous = BinaryPrimitives.ReadDoubleLittleEndian(bytes[at..]);
            at += 8;
        }
        else
        {
            var mantissa = DecimalScale.Nearest(previous, kind, out _) + Varint.UnZigZag(Varint.Read(bytes, ref at));
            previous = DecimalScale.Value(mantissa, kind);
        }

        return previous;
    }
}
