using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Vafa.Data;

/// <summary>Names tables and columns as SQL does: PurchaseLine.UnitPrice → purchase_line.unit_price.</summary>
internal static class SnakeCase
{
    public static void Apply(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            var configured = entity.FindAnnotation("Relational:TableName")?.Value as string;
            var chosen = configured is not null && char.IsLower(configured[0]);
            entity.SetTableName(chosen ? configured : Of(entity.ClrType.Name));
            foreach (var property in entity.GetProperties())
            {
                var column = property.FindAnnotation("Relational:ColumnName")?.Value as string;
                property.SetColumnName(column ?? Of(property.Name));
            }

            foreach (var key in entity.GetKeys())
            {
                key.SetName("pk_" + entity.GetTableName());
            }

            foreach (var index in entity.GetIndexes())
            {
                var columns = string.Join('_', index.Properties.Select(p => p.GetColumnName()));
                index.SetDatabaseName($"ix_{entity.GetTableName()}_{columns}");
            }
        }
    }

    internal static string Of(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }
}
