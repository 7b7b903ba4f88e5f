using System.Globalization;
using System.IO.Compression;
using Sems.Analysis.Charging;

namespace Sems.Analyze.Files;

/// <summary>
/// Reads charges from a CSV file, gzipped or not: the columns t_s (s) or time (Unix s), current_a, and where there are any voltage_v, energy
/// (kWh), power_w, temp_c and cycle; others are passed over. Cells may be blank: a row without time or current is left out.
/// </summary>
internal sealed class CurveFileReader
{
    /// <summary>s; smaller times are no Unix times, they count from something of the file's own.</summary>
    private const double LeastUnixS = 100_000_000;

    /// <summary>Where times that are no Unix times are placed, Unix ms: a day like any other.</summary>
    private const long PlainOriginMs = 1_600_000_000_000;

    private readonly string _path;
    private readonly SortedDictionary<int, (List<CurvePoint> Points, List<double?> TemperaturesC)> _charges = [];
    private CurveColumns _columns = null!;
    private FileClock? _clock;
    private int _skipped;

    private CurveFileReader(string path) => _path = path;

    /// <summary>Reads a file.</summary>
    /// <exception cref="CurveFileException">It cannot be read, or is no such file; the message names line and column.</exception>
    public static CurveFile Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            using var plain = IsGzip(file) ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
            using var reader = new StreamReader(plain);
            return new CurveFileReader(path).Read(reader);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CurveFileException($"{path}: there is no such file");
        }
        catch (UnauthorizedAccessException)
        {
            throw new CurveFileException(Directory.Exists(path) ? $"{path} is a directory, not a file" : $"{path}: no permission to read it");
        }
        catch (InvalidDataException)
        {
            throw new CurveFileException($"{path}: the gzip file is damaged");
        }
        catch (IOException e)
        {
            throw new CurveFileException($"{path}: {e.Message}");
        }
    }

    private static bool IsGzip(FileStream file)
    {
        var isGzip = file.ReadByte() == 0x1f && file.ReadByte() == 0x8b;
        file.Position = 0;
        return isGzip;
    }

    private CurveFile Read(StreamReader reader)
    {
        var header = reader.ReadLine();
        if (string.IsNullOrWhiteSpace(header)) throw new CurveFileException($"{_path}, line 1: there is no header");
        var separator = CsvCells.Separator(header);
        var cells = new List<string>();
        CsvCells.Split(header, separator, cells);
        _columns = CurveColumns.Find(_path, [.. cells]);
        var line = 1;
        while (reader.ReadLine() is { } text)
        {
            line++;
            if (string.IsNullOrWhiteSpace(text)) continue;
            CsvCells.Split(text, separator, cells);
            Take(line, cells);
        }

        if (_charges.Count == 0) throw new CurveFileException($"{_path}, line {line}: no reading with time and current_a follows the header");
        return new CurveFile(_path, [.. _charges.Select(c => new FileCharge(_columns.Cycle < 0 ? null : c.Key, c.Value.Points, c.Value.TemperaturesC))], _clock!, _skipped);
    }

    private void Take(int line, List<string> cells)
    {
        if (cells.Count < _columns.Names.Count)
            throw new CurveFileException($"{_path}, line {line}: the row ends before the column {_columns.Names[cells.Count]}: it has {cells.Count} cells, the header {_columns.Names.Count}");
        var time = Number(_columns.Time, -1e12, 1e12);
        var current = Number(_columns.Current, -1e5, 1e5);
        var voltage = Number(_columns.Voltage, -1e6, 1e6);
        var energy = Number(_columns.Energy, -1e12, 1e12);
        var power = Number(_columns.Power, -1e8, 1e8);
        var temperature = Number(_columns.Temperature, -1e4, 1e4);
        var cycle = 0;
        if (_columns.Cycle >= 0)
        {
            var number = Number(_columns.Cycle, 0, 1e6) ?? throw Fault(_columns.Cycle, "is blank: it tells which charge the row belongs to");
            cycle = (int)number;
            if (cycle != number) throw Fault(_columns.Cycle, "is no whole number");
        }

        if (time is not { } seconds || current is not { } amperes)
        {
            _skipped++;
            return;
        }

        _clock ??= _columns.IsUnix && seconds >= LeastUnixS ? new FileClock(Ms(seconds), IsUnix: true) : new FileClock(PlainOriginMs, IsUnix: false);
        if (!_charges.TryGetValue(cycle, out var charge)) _charges[cycle] = charge = ([], []);
        charge.TemperaturesC.Add(temperature);
        charge.Points.Add(new CurvePoint(Ms(seconds) + (_clock.IsUnix ? 0 : PlainOriginMs), amperes, voltage, energy, power));

        double? Number(int column, double least, double most)
        {
            if (column < 0 || IsBlank(cells[column])) return null;
            if (!double.TryParse(cells[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
                throw Fault(column, "is not a number");
            return value >= least && value <= most ? value : throw Fault(column, FormattableString.Invariant($"is beyond {least:0.###e0} to {most:0.###e0}"));
        }

        CurveFileException Fault(int column, string what) => new($"{_path}, line {line}, column {_columns.Names[column]}: '{cells[column]}' {what}");
    }

    private static bool IsBlank(string cell) =>
        cell.Length == 0 || cell.Equals("nan", StringComparison.OrdinalIgnoreCase) || cell.Equals("null", StringComparison.OrdinalIgnoreCase);

    private static long Ms(double seconds) => (long)Math.Round(seconds * 1000);
}
