using System.Globalization;
using DslNet.Data;
using DslNet.Data.Child;

// Loads a model, and predicts of one raw row: COLUMN=TEXT COLUMN=TEXT …; without a text the cell is missing.
TableModel<PriceNet> model = TableModel.Load<PriceNet>(args[0]);
Row row = new();
foreach (string[] cell in args[1..].Select(argument => argument.Split('=', 2)))
    row[cell[0]] = cell[1];
Console.Write(model.Predict(row).Number.ToString("R", CultureInfo.InvariantCulture));
