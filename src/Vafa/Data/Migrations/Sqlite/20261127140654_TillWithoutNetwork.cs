using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vafa.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TillWithoutNetwork : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "set_apart",
                table: "unit_day",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L
            );

            migrationBuilder.AddColumn<int>(
                name: "look_ups",
                table: "till_device",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0
            );

            migrationBuilder.AddColumn<long>(
                name: "look_ups_end",
                table: "till_device",
                type: "INTEGER",
                nullable: true
            );

            migrationBuilder.AddColumn<int>(
                name: "misses",
                table: "till_device",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0
            );

            migrationBuilder.AddColumn<int>(
                name: "refused",
                table: "till_device",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0
            );

            migrationBuilder.AddColumn<string>(name: "refused_why", table: "till_device", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<long>(name: "most", table: "till_approval", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "beyond",
                table: "purchase",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L
            );

            migrationBuilder.AddColumn<short>(
                name: "differs",
                table: "purchase",
                type: "INTEGER",
                nullable: false,
                defaultValue: (short)0
            );

            // What was known of older sales is only that their discount was another.
            migrationBuilder.Sql("UPDATE purchase SET differs = 64 WHERE is_apart");

            migrationBuilder.CreateTable(
                name: "allowance",
                columns: table => new
                {
                    member_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    unit = table.Column<string>(type: "TEXT", nullable: false),
                    till = table.Column<string>(type: "TEXT", nullable: false),
                    device_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    left_over = table.Column<long>(type: "INTEGER", nullable: false),
                    lots = table.Column<string>(type: "TEXT", nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    moves = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_allowance", x => new { x.member_id, x.id });
                }
            );

            migrationBuilder.CreateTable(
                name: "join_door",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    open = table.Column<bool>(type: "INTEGER", nullable: false),
                    key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    key_since = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_join_door", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "join_request",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    profile = table.Column<string>(type: "TEXT", nullable: false),
                    till = table.Column<string>(type: "TEXT", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_join_request", x => x.id);
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_purchase_at_differs",
                table: "purchase",
                columns: new[] { "at", "differs" },
                filter: "differs <> 0"
            );

            migrationBuilder.CreateIndex(
                name: "ix_allowance_expires_at",
                table: "allowance",
                column: "expires_at",
                filter: "state = 0"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "allowance");

            migrationBuilder.DropTable(name: "join_door");

            migrationBuilder.DropTable(name: "join_request");

            migrationBuilder.DropIndex(name: "ix_purchase_at_differs", table: "purchase");

            migrationBuilder.DropColumn(name: "set_apart", table: "unit_day");

            migrationBuilder.DropColumn(name: "look_ups", table: "till_device");

            migrationBuilder.DropColumn(name: "look_ups_end", table: "till_device");

            migrationBuilder.DropColumn(name: "misses", table: "till_device");

            migrationBuilder.DropColumn(name: "refused", table: "till_device");

            migrationBuilder.DropColumn(name: "refused_why", table: "till_device");

            migrationBuilder.DropColumn(name: "most", table: "till_approval");

            migrationBuilder.DropColumn(name: "beyond", table: "purchase");

            migrationBuilder.DropColumn(name: "differs", table: "purchase");
        }
    }
}
