using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vafa.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SaleHolds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "sale_hold",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    member_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    is_guest = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sale_hold", x => x.id);
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_sale_hold_expires_at",
                table: "sale_hold",
                column: "expires_at",
                filter: "state = 0"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "sale_hold");
        }
    }
}
